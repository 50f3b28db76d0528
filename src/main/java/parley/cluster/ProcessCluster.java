package parley.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.LoggerFactory;
import parley.config.Cluster;
import parley.config.ConfigException;
import parley.text.Digests;

/**
 * Joins the processes of one forum into one event bus: an event published by one process reaches
 * all of them. Events may be lost, as always on the event bus. So a process that is killed or not
 * yet started does not prevent the others from serving.
 */
public final class ProcessCluster {

  private ProcessCluster() {}

  /**
   * Creates a Vert.x that has joined the running processes, or waits for others. Fails with a
   * {@link ConfigException} if the address cannot be used.
   *
   * @param options of the Vert.x; the event bus options are set here
   * @param key the secret that all processes of the forum share. The cluster name is derived from
   *     it, so that processes of different forums do not join each other
   */
  public static Future<Vertx> join(
      VertxBuilder builder, VertxOptions options, Cluster config, byte[] key) {
    // must be set before Hazelcast logs anything, which happens before it reads its settings
    System.setProperty("hazelcast.logging.type", "slf4j");
    options.getEventBusOptions().setHost(config.host()).setPort(config.busPort());
    return builder
        .with(options)
        .withClusterManager(new HazelcastClusterManager(HazelcastSettings.of(config, name(key))))
        .buildClustered()
        .recover(failure -> Future.failedFuture(refused(config, failure)));
  }

  private static String name(byte[] key) {
    var secret = Digests.sha256("cluster of " + HexFormat.of().formatHex(key));
    return "parley-" + HexFormat.of().formatHex(secret, 0, 16);
  }

  private static ConfigException refused(Cluster config, Throwable failure) {
    LoggerFactory.getLogger(ProcessCluster.class).debug("No cluster", failure);
    return new ConfigException(
        "cluster",
        "cannot listen at %s, ports %d to %d: %s"
            .formatted(
                config.host(),
                config.port(),
                config.port() + Cluster.PROCESSES_PER_HOST - 1,
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
  }

  /**
   * The ids of the processes that this process sees, including itself. Only for a clustered Vert.x.
   */
  public static List<String> processes(Vertx vertx) {
    return ((VertxInternal) vertx).clusterManager().getNodes();
  }
}

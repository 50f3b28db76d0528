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
 * The processes of one forum as one event bus: what one publishes, all of them hear. It carries
 * what the event bus always carries, events that may be lost; so whoever is not there, be it killed
 * or not yet started, keeps nobody from serving.
 */
public final class ProcessCluster {

  private ProcessCluster() {}

  /**
   * A Vert.x that has joined the processes that run already, or waits for the others. Fails with a
   * {@link ConfigException} where the address cannot be used.
   *
   * @param options of the Vert.x; those of its event bus are set here
   * @param key the secret that all processes of the forum share. What the cluster is called is made
   *     of it, so that another forum's processes neither join nor are joined
   */
  public static Future<Vertx> join(
      VertxBuilder builder, VertxOptions options, Cluster config, byte[] key) {
    // says so to what Hazelcast logs before it has read its settings
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
        "no process can be reached at %s, ports %d to %d: %s"
            .formatted(
                config.host(),
                config.port(),
                config.port() + Cluster.PROCESSES_PER_HOST - 1,
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
  }

  /** The ids of the processes that this one sees, itself among them; of a clustered Vert.x only. */
  public static List<String> processes(Vertx vertx) {
    return ((VertxInternal) vertx).clusterManager().getNodes();
  }
}

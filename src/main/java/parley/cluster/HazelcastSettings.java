package parley.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.MultiMapConfig.ValueCollectionType;
import com.hazelcast.config.NetworkConfig;
import java.util.Map;
import java.util.Properties;
import parley.config.Cluster;

/**
 * Hazelcast settings for a few processes of one forum. It only stores the members and their few
 * registered addresses, so it gets little memory, few threads, and only the configured network.
 */
final class HazelcastSettings {

  private static final Map<String, Object> PROPERTIES =
      Map.ofEntries(
          Map.entry("hazelcast.phone.home.enabled", false),
          Map.entry("hazelcast.socket.bind.any", false),
          Map.entry("hazelcast.tcp.join.port.try.count", Cluster.PROCESSES_PER_HOST),
          // members are found by connecting to the listed addresses, not by waiting
          Map.entry("hazelcast.wait.seconds.before.join", 0),
          // merge clusters soon that started separately, for example at the same instant
          Map.entry("hazelcast.merge.first.run.delay.seconds", 5),
          Map.entry("hazelcast.merge.next.run.delay.seconds", 5),
          // for a machine that is gone; a killed process is noticed at once
          Map.entry("hazelcast.max.no.heartbeat.seconds", 15),
          Map.entry("hazelcast.graceful.shutdown.max.wait", 5),
          Map.entry("hazelcast.partition.count", 11),
          Map.entry("hazelcast.operation.thread.count", 2),
          Map.entry("hazelcast.operation.generic.thread.count", 2),
          Map.entry("hazelcast.operation.response.thread.count", 1),
          Map.entry("hazelcast.io.thread.count", 1),
          Map.entry("hazelcast.event.thread.count", 1),
          Map.entry("hazelcast.metrics.enabled", false),
          Map.entry("hazelcast.slow.operation.detector.enabled", false));

  private HazelcastSettings() {}

  /**
   * @param name the name of the cluster; members of other clusters are refused
   */
  static Config of(Cluster cluster, String name) {
    var config = new Config().setClusterName(name).setProperties(properties());
    network(config.getNetworkConfig(), cluster);
    config.addListenerConfig(new ListenerConfig(new Membership()));
    // as in vertx-hazelcast's default: each listener is stored once and survives the end of one
    // process
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setValueCollectionType(ValueCollectionType.SET)
            .setBackupCount(1));
    config.getSerializationConfig().setJavaSerializationFilterConfig(ownClasses());
    return config;
  }

  private static Properties properties() {
    var properties = new Properties();
    PROPERTIES.forEach((name, value) -> properties.setProperty(name, String.valueOf(value)));
    return properties;
  }

  private static void network(NetworkConfig network, Cluster cluster) {
    network
        .setPort(cluster.port())
        .setPortAutoIncrement(true)
        .setPortCount(Cluster.PROCESSES_PER_HOST)
        .setReuseAddress(true);
    network.getInterfaces().setEnabled(true).addInterface(cluster.host());
    var join = network.getJoin();
    join.getMulticastConfig().setEnabled(false);
    join.getAutoDetectionConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(cluster.members().stream().sorted().toList());
  }

  /** Java serialisation is limited to classes of Hazelcast and the JDK. */
  private static JavaSerializationFilterConfig ownClasses() {
    var filter = new JavaSerializationFilterConfig();
    filter.getWhitelist().addPrefixes("java.", "com.hazelcast.", "[");
    return filter;
  }
}

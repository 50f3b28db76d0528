package parley.config;

import static parley.config.ConfigException.require;

import java.util.Set;

/**
 * How the processes of one forum find each other: the section {@code cluster} of {@code
 * conf/parley.yaml}.
 */
public record Cluster(boolean enabled, String host, int port, int busPort, Set<String> members) {

  /** The largest number of processes on one host; they use the ports from {@link #port()} on. */
  public static final int PROCESSES_PER_HOST = 8;

  public Cluster {
    require(!host.isBlank(), "host", host, "an address of this machine");
    require(
        port > 0 && port <= 65_536 - PROCESSES_PER_HOST,
        "port",
        port,
        "1 to " + (65_536 - PROCESSES_PER_HOST));
    require(busPort >= 0 && busPort <= 65_535, "busPort", busPort, "0 to 65535");
    require(!enabled || !members.isEmpty(), "members", members, "at least one address");
  }
}

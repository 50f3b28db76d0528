package parley.config;

import static parley.config.ConfigException.require;

/**
 * Limits on what clients can make this process hold: the section {@code intake} of {@code
 * conf/parley.yaml}. They apply to the public listener and the bridge's listener together.
 *
 * @param connections in all; 0: as many as fit into the heap
 * @param connectionsPerNetwork of one network, see {@link parley.text.Network}
 * @param headerSeconds how long the header of a request may take
 * @param bodySeconds how long a body may take at any rate
 * @param bodyBytesPerSecond how fast a body must come after that, on average
 * @param bytes of unfinished headers, messages and bodies, in all; 0: an eighth of the heap
 */
public record Intake(
    int connections,
    int connectionsPerNetwork,
    int headerSeconds,
    int bodySeconds,
    int bodyBytesPerSecond,
    long bytes) {

  /** The memory that the largest body needs, in bytes. */
  private static final long LEAST_BYTES = 4L << 20;

  public Intake {
    require(connections >= 0, "connections", connections, "0 or more");
    require(connectionsPerNetwork > 0, "connectionsPerNetwork", connectionsPerNetwork, "1 or more");
    require(headerSeconds > 0, "headerSeconds", headerSeconds, "1 or more");
    require(bodySeconds > 0, "bodySeconds", bodySeconds, "1 or more");
    require(bodyBytesPerSecond > 0, "bodyBytesPerSecond", bodyBytesPerSecond, "1 or more");
    require(
        bytes == 0 || bytes >= LEAST_BYTES, "bytes", bytes, "0, or " + LEAST_BYTES + " or more");
  }
}

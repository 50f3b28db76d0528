package parley.config;

import static parley.config.ConfigException.require;

/**
 * The listener of the event-bus bridge, and the limits of its clients: the section {@code bridge}.
 */
public record Bridge(
    String host,
    int port,
    int connections,
    int connectionsPerMember,
    int guestsPerNetwork,
    int registrations,
    int framesPerSecond,
    int frameBytes,
    int queueBytes,
    int idleSeconds,
    int offlineSeconds) {

  public Bridge {
    require(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
    require(connections > 0, "connections", connections, "1 or more");
    require(connectionsPerMember > 0, "connectionsPerMember", connectionsPerMember, "1 or more");
    require(guestsPerNetwork > 0, "guestsPerNetwork", guestsPerNetwork, "1 or more");
    require(registrations > 0, "registrations", registrations, "1 or more");
    require(framesPerSecond > 0, "framesPerSecond", framesPerSecond, "1 or more");
    require(frameBytes >= 1024, "frameBytes", frameBytes, "1024 or more");
    require(queueBytes >= 1024, "queueBytes", queueBytes, "1024 or more");
    require(idleSeconds >= 2, "idleSeconds", idleSeconds, "2 or more");
    require(offlineSeconds >= 0, "offlineSeconds", offlineSeconds, "0 or more");
  }

  /** SockJS sends a frame as a string in a list, which escapes each quote and backslash. */
  private static final int ENVELOPE = 2;

  /** The largest WebSocket message or request body in bytes; the bridge checks the frames in it. */
  public int messageBytes() {
    return ENVELOPE * frameBytes + 1024;
  }
}

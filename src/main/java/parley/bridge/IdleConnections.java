package parley.bridge;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import parley.bridge.BridgeMetrics.Ending;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * Pings clients that are silent, and closes their connections if they stay silent. The official
 * client sends a ping every few seconds; a connection that the network lost sends nothing.
 */
final class IdleConnections {

  private static final int LOOKS_PER_IDLE_TIME = 8;

  private final Connections connections;
  private final int idleSeconds;

  IdleConnections(Vertx vertx, Connections connections, int idleSeconds) {
    this.connections = connections;
    this.idleSeconds = idleSeconds;
    var every = TimeUnit.SECONDS.toMillis(idleSeconds) / LOOKS_PER_IDLE_TIME;
    vertx.setPeriodic(every, timer -> look(System.nanoTime()));
  }

  private void look(long now) {
    for (var connection : connections.all()) {
      var silent = now - connection.heardAt();
      if (silent >= TimeUnit.SECONDS.toNanos(idleSeconds)) {
        connection.end(
            Ending.IDLE,
            ForumException.of(Kind.UNREADABLE, "Nothing came for " + idleSeconds + " seconds."));
      } else if (silent >= TimeUnit.SECONDS.toNanos(idleSeconds) / 2) {
        connection.send(Frames.PING);
      }
    }
  }
}

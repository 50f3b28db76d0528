package parley.bridge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.bus.ClientEvents;

/**
 * Which of the connections on this event loop listen to which address. However many do, an event is
 * encoded once. For use on one event loop.
 */
final class Listeners {

  private final Map<String, Set<Connection>> addresses = new HashMap<>();
  private final Future<Void> listening;

  Listeners(ClientEvents events) {
    this.listening = events.subscribe(this::tell).completion();
  }

  /** Succeeds when events come from all processes. */
  Future<Void> listening() {
    return listening;
  }

  private void tell(String address, JsonObject event) {
    var connections = addresses.get(address);
    if (connections != null) {
      var frame = Frames.received(address, event);
      // sending may end a connection, which leaves the set
      List.copyOf(connections).forEach(connection -> connection.send(frame));
    }
  }

  void add(Connection connection, String address) {
    connection.listening().add(address);
    addresses.computeIfAbsent(address, first -> new LinkedHashSet<>()).add(connection);
  }

  void remove(Connection connection, String address) {
    connection.listening().remove(address);
    addresses.computeIfPresent(
        address,
        (same, connections) -> {
          connections.remove(connection);
          return connections.isEmpty() ? null : connections;
        });
  }

  void removeAll(Connection connection) {
    List.copyOf(connection.listening()).forEach(address -> remove(connection, address));
  }
}

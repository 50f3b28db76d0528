package parley.bridge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import parley.bus.ClientEvents;

/**
 * The registrations of the connections on this event loop, by address. An event is encoded once for
 * all of them. For use on one event loop.
 */
final class Listeners {

  private final Map<String, Set<Connection>> addresses = new HashMap<>();
  private final Future<Void> listening;

  @SuppressWarnings("NullAway.Init") // setFilter() sets it before the first connection
  private Filter filter;

  /** Sends a frame to a connection if its viewer may see the board. */
  @FunctionalInterface
  interface Filter {
    void tell(Connection connection, String address, long boardId, String frame);
  }

  Listeners(ClientEvents events) {
    this.listening = events.subscribe(this::tell).completion();
  }

  void setFilter(Filter filter) {
    this.filter = filter;
  }

  /** Succeeds when events are received from all processes. */
  Future<Void> listening() {
    return listening;
  }

  private void tell(String address, OptionalLong boardId, JsonObject event) {
    var connections = addresses.get(address);
    if (connections != null) {
      var frame = Frames.received(address, event);
      // sending may end a connection, which leaves the set
      for (var connection : List.copyOf(connections)) {
        if (boardId.isEmpty()) {
          connection.send(frame);
        } else {
          filter.tell(connection, address, boardId.getAsLong(), frame);
        }
      }
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

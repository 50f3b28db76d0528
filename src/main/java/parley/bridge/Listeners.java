package parley.bridge;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which connections of this process listen to which address. However many do, there is one consumer
 * on the event bus, and an event is encoded once. For use on one event loop.
 */
final class Listeners {

  private record Address(MessageConsumer<JsonObject> consumer, Set<Connection> connections) {}

  private final EventBus bus;
  private final Map<String, Address> addresses = new HashMap<>();

  Listeners(EventBus bus) {
    this.bus = bus;
  }

  void add(Connection connection, String address) {
    connection.listening().add(address);
    addresses.computeIfAbsent(address, this::consume).connections().add(connection);
  }

  private Address consume(String address) {
    var connections = new LinkedHashSet<Connection>();
    MessageConsumer<JsonObject> consumer =
        bus.consumer(
            address,
            event -> {
              var frame = Frames.received(address, event.body());
              // sending may end a connection, which leaves the set
              List.copyOf(connections).forEach(connection -> connection.send(frame));
            });
    return new Address(consumer, connections);
  }

  void remove(Connection connection, String address) {
    connection.listening().remove(address);
    var listened = addresses.get(address);
    if (listened != null
        && listened.connections().remove(connection)
        && listened.connections().isEmpty()) {
      addresses.remove(address);
      listened.consumer().unregister();
    }
  }

  void removeAll(Connection connection) {
    List.copyOf(connection.listening()).forEach(address -> remove(connection, address));
  }
}

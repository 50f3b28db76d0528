package parley.bus;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;

/**
 * Events for clients of the event-bus bridge, each for a client address. On the event bus all of
 * them use one address, and processes register for it when they start, not for each client. So a
 * client receives events as soon as it has registered, also in a cluster.
 */
public final class ClientEvents {

  private static final String ON_THE_BUS = "parley.client-events";
  private static final String ADDRESS = "address";
  private static final String BOARD = "board";

  /** Receives the events for clients. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * Takes an event that was published to clients.
     *
     * @param boardId only clients who see this board may get the event; empty if all may
     */
    void receive(String address, OptionalLong boardId, JsonObject event);
  }

  private final EventBus bus;

  public ClientEvents(EventBus bus) {
    this.bus = bus;
  }

  /** Sends to the clients of all processes. */
  public void publish(String address, JsonObject event) {
    bus.publish(ON_THE_BUS, event, to(address));
  }

  /**
   * Sends to the clients of this process who see the board, if every process sends to its own
   * clients.
   */
  public void publishHere(String address, long boardId, JsonObject event) {
    var options = to(address).addHeader(BOARD, Long.toString(boardId)).setLocalOnly(true);
    bus.publish(ON_THE_BUS, event, options);
  }

  /** Sends to the clients of this process, if every process sends to its own clients. */
  public void publishHere(String address, JsonObject event) {
    bus.publish(ON_THE_BUS, event, to(address).setLocalOnly(true));
  }

  private static DeliveryOptions to(String address) {
    return new DeliveryOptions().addHeader(ADDRESS, address);
  }

  /**
   * Receives all events on the caller's event loop, once {@link MessageConsumer#completion()} has
   * succeeded.
   */
  public MessageConsumer<JsonObject> subscribe(Receiver to) {
    return bus.consumer(
        ON_THE_BUS,
        event -> {
          var board = event.headers().get(BOARD);
          to.receive(
              event.headers().get(ADDRESS),
              board == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(board)),
              event.body());
        });
  }
}

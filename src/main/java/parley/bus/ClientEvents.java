package parley.bus;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;

/**
 * What clients of the event-bus bridge are told, each at the address that they registered for. On
 * the event bus all of it goes over one address: which processes take it is settled when they start
 * and not with each client that comes, so whoever has registered hears from then on, also in a
 * cluster.
 */
public final class ClientEvents {

  private static final String ON_THE_BUS = "parley.client-events";
  private static final String ADDRESS = "address";
  private static final String BOARD = "board";

  /** Hears what clients are told. */
  @FunctionalInterface
  public interface Hearer {

    /**
     * @param boardId only clients who see this board may be told; empty where all may
     */
    void hear(String address, OptionalLong boardId, JsonObject event);
  }

  private final EventBus bus;

  public ClientEvents(EventBus bus) {
    this.bus = bus;
  }

  /** To the clients of every process. */
  public void publish(String address, JsonObject event) {
    bus.publish(ON_THE_BUS, event, to(address));
  }

  /** To the clients of this process who see the board, where each process tells its own. */
  public void publishHere(String address, long boardId, JsonObject event) {
    var options = to(address).addHeader(BOARD, Long.toString(boardId)).setLocalOnly(true);
    bus.publish(ON_THE_BUS, event, options);
  }

  private static DeliveryOptions to(String address) {
    return new DeliveryOptions().addHeader(ADDRESS, address);
  }

  /**
   * Hears all of it, on the event loop of the caller; {@link MessageConsumer#completion()} says
   * from when on.
   */
  public MessageConsumer<JsonObject> subscribe(Hearer to) {
    return bus.consumer(
        ON_THE_BUS,
        event -> {
          var board = event.headers().get(BOARD);
          to.hear(
              event.headers().get(ADDRESS),
              board == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(board)),
              event.body());
        });
  }
}

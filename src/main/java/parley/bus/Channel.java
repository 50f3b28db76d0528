package parley.bus;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/**
 * An address of the event bus with one type of event, sent as JSON so that a browser or another
 * process can read it. Delivery is best-effort: data that must not be lost is first in the
 * database, and an event only says "look".
 */
public record Channel<T extends Record>(String address, Class<T> type) {

  public void publish(EventBus bus, T event) {
    bus.publish(address, JsonObject.mapFrom(event));
  }

  /**
   * Handles each event of this process while it is published, before {@link #publish} returns, and
   * events of other processes when they arrive. An event of this process is then handled a second
   * time. For caches that must be invalidated before the request that caused the event is answered.
   */
  public MessageConsumer<JsonObject> watch(EventBus bus, Consumer<T> to) {
    bus.<JsonObject>addOutboundInterceptor(
        delivery -> {
          if (delivery.message().address().equals(address)) {
            // in a clustered bus, the message itself has no body before it is delivered
            to.accept(((JsonObject) delivery.body()).mapTo(type));
          }
          delivery.next();
        });
    return subscribe(bus, to);
  }

  public MessageConsumer<JsonObject> subscribe(EventBus bus, Consumer<T> to) {
    return bus.consumer(address, message -> to.accept(message.body().mapTo(type)));
  }
}

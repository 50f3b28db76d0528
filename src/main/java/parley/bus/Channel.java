package parley.bus;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/**
 * An address of the event bus and the one type of event that goes over it, as JSON, so that a
 * browser or another node can read it. Delivery is best-effort: what must not be lost is in the
 * database first, and an event only says "look".
 */
public record Channel<T extends Record>(String address, Class<T> type) {

  public void publish(EventBus bus, T event) {
    bus.publish(address, JsonObject.mapFrom(event));
  }

  /**
   * Sees each event of this process in the moment it is published, before {@link #publish} returns,
   * and those of other processes when they arrive; one of this process comes a second time then.
   * For what must be forgotten before whoever caused the event is answered.
   */
  public MessageConsumer<JsonObject> watch(EventBus bus, Consumer<T> to) {
    bus.<JsonObject>addOutboundInterceptor(
        delivery -> {
          if (delivery.message().address().equals(address)) {
            // the message itself shows no body before it is delivered, where the bus is clustered
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

package parley.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/**
 * Where the WebSockets of a listener end: at an event-bus bridge on the same event loop, or passed
 * on to the process that has one. One for each event loop.
 */
public interface BridgeEnd {

  /** Adds what takes WebSockets below {@code /eventbus}. */
  void addTo(Router router);

  /** Succeeds when clients may come. */
  Future<Void> ready();

  /** Ends all connections, as this process stops. */
  Future<Void> close();
}

package parley.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/**
 * Handles the WebSockets of a listener: with an event-bus bridge on the same event loop, or by
 * forwarding them to the process that has a bridge. There is one for each event loop.
 */
public interface BridgeEnd {

  /** Adds the routes for WebSockets below {@code /eventbus}. */
  void addTo(Router router);

  /** Succeeds when clients may connect. */
  Future<Void> ready();

  /** Closes all connections when this process stops. */
  Future<Void> close();
}

package parley.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;

/** Forwards WebSockets to the event-bus bridge of another process. */
public final class BridgeRelay implements BridgeEnd {

  private final WebSocketRelay relay;

  /**
   * @param bridge where it listens
   * @param connections how many clients there may be at once
   */
  public BridgeRelay(Vertx vertx, SocketAddress bridge, int connections) {
    var client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(connections));
    relay = new WebSocketRelay(client, request -> BridgeForward.to(bridge, request));
  }

  @Override
  public void addTo(Router router) {
    router.route("/eventbus/*").handler(relay);
  }

  @Override
  public Future<Void> ready() {
    return Future.succeededFuture();
  }

  /** Each of the two sides of a connection ends with the other, which the listener closes. */
  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}

package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.proxy.handler.ProxyHandler;
import io.vertx.httpproxy.HttpProxy;

/**
 * Forwards to the listener of the event-bus bridge, so that one public port is enough: plain
 * requests through vertx-http-proxy, WebSockets through a {@link WebSocketRelay}. The bridge sees
 * the host that the client asked for, which it holds the origin against, and the client's address.
 */
final class BridgeForward implements Handler<RoutingContext> {

  private static final String FORWARDED_FOR = "x-forwarded-for";

  private final SocketAddress bridge;
  private final ProxyHandler requests;
  private final WebSocketRelay webSockets;

  /**
   * @param connections how many clients there may be at once
   */
  BridgeForward(Vertx vertx, SocketAddress bridge, int connections) {
    this.bridge = bridge;
    var pool = new PoolOptions().setHttp1MaxSize(connections);
    // SockJS closes what it polled over, and a request on a connection that closes is lost
    var once = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false), pool);
    this.requests = ProxyHandler.create(proxy(once));
    this.webSockets = new WebSocketRelay(vertx.createHttpClient(pool), this::toBridge);
  }

  private HttpProxy proxy(HttpClient client) {
    return HttpProxy.reverseProxy(client)
        .origin(context -> client.request(toBridge(context.request().proxiedRequest())));
  }

  private RequestOptions toBridge(HttpServerRequest request) {
    var asked = request.authority();
    return new RequestOptions().setServer(bridge).setHost(asked.host()).setPort(asked.port());
  }

  @Override
  public void handle(RoutingContext ctx) {
    var request = ctx.request();
    if (request.authority() == null) {
      ctx.fail(400);
      return;
    }
    request.headers().set(FORWARDED_FOR, Caller.address(ctx));
    if (request.canUpgradeToWebSocket()) {
      webSockets.handle(ctx);
    } else {
      // a compressor would keep back what is streamed, until it has enough of it
      ctx.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
      requests.handle(ctx);
    }
  }
}

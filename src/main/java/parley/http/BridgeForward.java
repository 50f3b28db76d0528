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
import parley.http.intake.Client;

/**
 * Forwards plain HTTP requests for the event-bus bridge to the bridge's own listener, so that one
 * public port is enough. They belong to SockJS polling: each is part of a polling session, which
 * only the event loop of that listener knows, while any event loop may receive the request.
 * WebSockets are left to the next handler. The bridge receives the original Host header, with which
 * it compares the Origin, and the client's address.
 */
final class BridgeForward implements Handler<RoutingContext> {

  private static final String FORWARDED_FOR = "x-forwarded-for";

  private final ProxyHandler requests;

  /**
   * @param bridge the address of its listener
   * @param connections the largest number of clients at once
   */
  BridgeForward(Vertx vertx, SocketAddress bridge, int connections) {
    var pool = new PoolOptions().setHttp1MaxSize(connections);
    // SockJS closes what it polled over, and a request on a connection that closes is lost
    var once = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false), pool);
    this.requests = ProxyHandler.create(proxy(once, bridge));
  }

  private static HttpProxy proxy(HttpClient client, SocketAddress bridge) {
    return HttpProxy.reverseProxy(client)
        .origin(context -> client.request(to(bridge, context.request().proxiedRequest())));
  }

  /** The same request, to the bridge. */
  static RequestOptions to(SocketAddress bridge, HttpServerRequest request) {
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
    if (!BridgePaths.isOffered(request, ctx.normalizedPath())) {
      ctx.fail(404);
      return;
    }
    request.headers().set(FORWARDED_FOR, Caller.address(ctx));
    if (request.canUpgradeToWebSocket()) {
      ctx.next();
    } else {
      // compression would buffer the stream
      ctx.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
      requests.handle(ctx);
      Client.openBody(request);
    }
  }
}

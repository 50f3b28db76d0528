package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import parley.failure.ForumException;

/**
 * Forwards WebSockets: the handshake as a request, then bytes in both directions, with
 * back-pressure: a side that reads slowly pauses the other. vertx-http-proxy 5.0.8 has no
 * back-pressure and would buffer without a limit.
 */
final class WebSocketRelay implements Handler<RoutingContext> {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpClient client;
  private final Function<HttpServerRequest, RequestOptions> target;

  WebSocketRelay(HttpClient client, Function<HttpServerRequest, RequestOptions> target) {
    this.client = client;
    this.target = target;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var request = ctx.request();
    var options = target.apply(request).setURI(request.uri()).setMethod(request.method());
    client
        .request(options)
        .compose(
            forwarded -> {
              request
                  .headers()
                  .forEach(header -> copy(header.getKey(), header.getValue(), forwarded));
              // the sockets below tell of their end themselves
              return forwarded.exceptionHandler(ended -> {}).connect();
            })
        .onSuccess(response -> answered(ctx, response))
        .onFailure(failure -> ctx.fail(ForumException.unavailable("event bus", failure)));
  }

  /** Firefox sends {@code keep-alive, Upgrade}; the other side wants the upgrade alone. */
  private static void copy(String name, String value, HttpClientRequest to) {
    if (name.equalsIgnoreCase("connection")) {
      to.putHeader(name, "Upgrade");
    } else if (!name.equalsIgnoreCase("host")) {
      to.headers().add(name, value);
    }
  }

  private static void answered(RoutingContext ctx, HttpClientResponse response) {
    if (response.statusCode() != SWITCHING_PROTOCOLS) {
      ctx.fail(response.statusCode());
      response.request().connection().close();
      return;
    }
    var back = response.netSocket();
    back.pause(); // it may have begun to talk
    ctx.response().headers().setAll(response.headers());
    ctx.response().setStatusCode(SWITCHING_PROTOCOLS);
    ctx.request()
        .toNetSocket()
        .onSuccess(front -> join(front, back))
        .onFailure(
            failure -> {
              back.close();
              ctx.fail(failure);
            });
  }

  private static void join(NetSocket front, NetSocket back) {
    front.pipeTo(back).onComplete(ended -> back.close());
    back.pipeTo(front).onComplete(ended -> front.close());
    front.shutdownHandler(stopping -> back.close());
  }
}

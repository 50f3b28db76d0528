package parley.bridge;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import parley.config.Bridge;
import parley.http.BodyReader;
import parley.http.BridgePaths;
import parley.http.intake.Intake;

/** The routes of the bridge: the transports of SockJS that are served below {@code /eventbus}. */
final class BridgeRouter {

  /** The path of SockJS; raw WebSockets are at {@code /websocket} below it. */
  private static final String PATH = "/eventbus";

  private static final int NOT_FOUND = 404;

  private BridgeRouter() {}

  static void add(
      Router router,
      Vertx vertx,
      Bridge limits,
      Handshake handshake,
      Intake intake,
      BridgeMetrics metrics,
      Handler<SockJSSocket> bridge) {
    router
        .route(PATH + "/*")
        .handler(BridgeRouter::offered)
        .handler(handshake)
        .handler(new Conversations());
    router
        .post(PATH + "/*")
        .handler(new BodyReader(intake, ctx -> limits.messageBytes()))
        .handler(new SentFrames(metrics));
    router
        .route(PATH + "/*")
        .subRouter(SockJSHandler.create(vertx, options()).socketHandler(bridge));
  }

  /** SockJS has pages and transports that are not served, so the served paths are listed. */
  private static void offered(RoutingContext ctx) {
    if (BridgePaths.isOffered(ctx.request(), ctx.normalizedPath())) {
      ctx.next();
    } else {
      ctx.fail(NOT_FOUND);
    }
  }

  private static SockJSHandlerOptions options() {
    return new SockJSHandlerOptions()
        .setInsertJSESSIONID(false)
        .addDisabledTransport(Transport.EVENT_SOURCE.toString())
        .addDisabledTransport(Transport.HTML_FILE.toString())
        .addDisabledTransport(Transport.JSON_P.toString());
  }
}

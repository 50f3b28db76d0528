package parley.bridge;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import parley.config.Bridge;
import parley.http.ProblemHandler;

/** What the bridge's listener serves: SockJS below {@code /eventbus}, and nothing else. */
public final class BridgeRouter {

  /** The path of SockJS; raw WebSockets are at {@code /websocket} below it. */
  public static final String PATH = "/eventbus";

  /** SockJS sends a frame as a string in a list, which escapes each quote and backslash. */
  private static final int ENVELOPE = 2;

  private BridgeRouter() {}

  static Router create(
      Vertx vertx, Bridge limits, Handshake handshake, Handler<SockJSSocket> bridge) {
    var router = Router.router(vertx);
    router.route(PATH + "/*").handler(handshake);
    router.post(PATH + "/*").handler(BodyHandler.create(false).setBodyLimit(messageBytes(limits)));
    router
        .route(PATH + "/*")
        .subRouter(SockJSHandler.create(vertx, options()).socketHandler(bridge));
    ProblemHandler.install(router);
    return router;
  }

  /** The largest message of a WebSocket or body of a request; the bridge checks what is in it. */
  public static int messageBytes(Bridge limits) {
    return ENVELOPE * limits.frameBytes() + 1024;
  }

  /** Of the fallbacks the two that every browser has which speaks SockJS at all. */
  private static SockJSHandlerOptions options() {
    return new SockJSHandlerOptions()
        .setInsertJSESSIONID(false)
        .addDisabledTransport(Transport.EVENT_SOURCE.toString())
        .addDisabledTransport(Transport.HTML_FILE.toString())
        .addDisabledTransport(Transport.JSON_P.toString());
  }
}

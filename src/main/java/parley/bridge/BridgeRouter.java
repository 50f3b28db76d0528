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

/** The routes of the bridge: SockJS below {@code /eventbus}. */
final class BridgeRouter {

  /** The path of SockJS; raw WebSockets are at {@code /websocket} below it. */
  private static final String PATH = "/eventbus";

  private BridgeRouter() {}

  static void add(
      Router router,
      Vertx vertx,
      Bridge limits,
      Handshake handshake,
      Handler<SockJSSocket> bridge) {
    router.route(PATH + "/*").handler(handshake);
    router.post(PATH + "/*").handler(BodyHandler.create(false).setBodyLimit(limits.messageBytes()));
    router
        .route(PATH + "/*")
        .subRouter(SockJSHandler.create(vertx, options()).socketHandler(bridge));
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

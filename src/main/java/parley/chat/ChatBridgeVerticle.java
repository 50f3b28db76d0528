package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import parley.bridge.BridgeRouter;
import parley.bridge.EventBusBridge;
import parley.config.Bridge;
import parley.http.Listening;

/**
 * The listener of the event-bus bridge: one instance, so one event loop that all connections of the
 * process share. What it serves is decided elsewhere.
 */
public final class ChatBridgeVerticle extends VerticleBase {

  private static final int STOP_SECONDS = 5;

  /** For a client that neither reads nor closes. */
  private static final int CLOSING_SECONDS = 5;

  /** When all come back at once, after a restart. */
  private static final int BACKLOG = 4096;

  private final Bridge config;
  private final Function<Vertx, EventBusBridge> bridges;
  private EventBusBridge bridge;
  private HttpServer server;

  public ChatBridgeVerticle(Bridge config, Function<Vertx, EventBusBridge> bridges) {
    this.config = config;
    this.bridges = bridges;
  }

  @Override
  public Future<?> start() {
    bridge = bridges.apply(vertx);
    var options =
        new HttpServerOptions()
            .setAcceptBacklog(BACKLOG)
            .setMaxWebSocketFrameSize(BridgeRouter.messageBytes(config))
            .setMaxWebSocketMessageSize(BridgeRouter.messageBytes(config))
            // a compressor for each connection takes more memory than its frames save bytes
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setWebSocketClosingTimeout(CLOSING_SECONDS);
    server = vertx.createHttpServer(options).requestHandler(bridge.router());
    return bridge
        .listening()
        .compose(hearing -> server.listen(config.port(), config.host()))
        .recover(failure -> Listening.failed("bridge", config.host(), config.port(), failure));
  }

  @Override
  public Future<?> stop() {
    return bridge.close().eventually(() -> server.shutdown(STOP_SECONDS, TimeUnit.SECONDS));
  }

  /** The port in use, which the system may have chosen. */
  public int port() {
    return server.actualPort();
  }
}

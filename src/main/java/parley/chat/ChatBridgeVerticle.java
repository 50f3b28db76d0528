package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import parley.bridge.EventBusBridge;
import parley.config.Bridge;
import parley.http.InvalidRequests;
import parley.http.ListenerOptions;
import parley.http.Listening;
import parley.http.ProblemHandler;
import parley.http.intake.Intake;

/**
 * The listener of the event-bus bridge, for a proxy or a process that forwards to it. There is one
 * instance, so all its connections share one event loop. The router is passed in by the caller.
 */
public final class ChatBridgeVerticle extends VerticleBase {

  private static final int STOP_SECONDS = 5;

  private final Bridge config;
  private final Function<Vertx, EventBusBridge> bridges;
  private final Intake intake;
  private EventBusBridge bridge;
  private HttpServer server;

  public ChatBridgeVerticle(Bridge config, Function<Vertx, EventBusBridge> bridges, Intake intake) {
    this.config = config;
    this.bridges = bridges;
    this.intake = intake;
  }

  @Override
  public Future<?> start() {
    bridge = bridges.apply(vertx);
    var router = Router.router(vertx);
    bridge.addTo(router);
    ProblemHandler.install(router);
    server = intake.guard(vertx.createHttpServer(ListenerOptions.of(config)));
    server.requestHandler(router).invalidRequestHandler(new InvalidRequests());
    return bridge
        .ready()
        .compose(ready -> server.listen(config.port(), config.host()))
        .recover(failure -> Listening.failed("bridge", config.host(), config.port(), failure));
  }

  @Override
  public Future<?> stop() {
    return bridge.close().eventually(() -> server.shutdown(STOP_SECONDS, TimeUnit.SECONDS));
  }

  /** The actual port, which the system may have chosen. */
  public int port() {
    return server.actualPort();
  }
}

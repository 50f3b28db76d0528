package parley.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import parley.config.Bridge;
import parley.config.Config;
import parley.http.intake.Intake;

/** The public listener. What it serves is decided elsewhere; several instances share the port. */
public final class HttpVerticle extends VerticleBase {

  private static final int IDLE_SECONDS = 75;

  /**
   * The bridge sends a reason before it closes an idle connection, so its timeout must be shorter.
   */
  private static final int SPARE_SECONDS = 15;

  /**
   * The largest number of form fields; each file of a form is written to the disk, and no form has
   * more than one file.
   */
  private static final int FORM_FIELDS = 4;

  private final Config.Http config;
  private final Bridge bridge;
  private final Function<Vertx, BridgeEnd> bridgeEnd;
  private final BiFunction<Vertx, BridgeEnd, Router> router;
  private final Intake intake;
  private BridgeEnd webSockets;
  private HttpServer server;

  /**
   * @param bridgeEnd creates the handler of WebSockets for one event loop
   * @param router creates the router for one event loop
   */
  public HttpVerticle(
      Config.Http config,
      Bridge bridge,
      Function<Vertx, BridgeEnd> bridgeEnd,
      BiFunction<Vertx, BridgeEnd, Router> router,
      Intake intake) {
    this.config = config;
    this.bridge = bridge;
    this.bridgeEnd = bridgeEnd;
    this.router = router;
    this.intake = intake;
  }

  @Override
  public Future<?> start() {
    webSockets = bridgeEnd.apply(vertx);
    var options =
        ListenerOptions.of(bridge)
            .setCompressionSupported(true)
            .setMaxFormFields(FORM_FIELDS)
            .setIdleTimeout(Math.max(IDLE_SECONDS, bridge.idleSeconds() + SPARE_SECONDS))
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(router.apply(vertx, webSockets))
            .invalidRequestHandler(new InvalidRequests());
    intake.guard(server);
    return webSockets
        .ready()
        .compose(ready -> server.listen(config.port(), config.host()))
        .recover(failure -> Listening.failed("http", config.host(), config.port(), failure));
  }

  /** Accepts no new connections, and waits for requests in progress. */
  @Override
  public Future<?> stop() {
    return webSockets
        .close()
        .eventually(() -> server.shutdown(config.stopSeconds(), TimeUnit.SECONDS));
  }

  /** The port in use, which the system may have chosen. */
  public int port() {
    return server.actualPort();
  }
}

package parley.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import parley.config.Config;

/** The public listener. What it serves is decided elsewhere; several instances share the port. */
public final class HttpVerticle extends VerticleBase {

  private static final int IDLE_SECONDS = 75;

  /** Each file of a form becomes one on the disk, and no form here has more than one. */
  private static final int FORM_FIELDS = 4;

  private final Config.Http config;
  private final Function<Vertx, Router> router;
  private HttpServer server;

  public HttpVerticle(Config.Http config, Function<Vertx, Router> router) {
    this.config = config;
    this.router = router;
  }

  @Override
  public Future<?> start() {
    var options =
        new HttpServerOptions()
            .setCompressionSupported(true)
            .setHttp2ClearTextEnabled(false) // no browser speaks it, nor a proxy unless told to
            .setMaxFormFields(FORM_FIELDS)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(router.apply(vertx))
            .invalidRequestHandler(new InvalidRequests());
    return server
        .listen(config.port(), config.host())
        .recover(failure -> Listening.failed("http", config.host(), config.port(), failure));
  }

  /** Takes no new connection, and lets the requests under way end. */
  @Override
  public Future<?> stop() {
    return server.shutdown(config.stopSeconds(), TimeUnit.SECONDS);
  }

  /** The port in use, which the system may have chosen. */
  public int port() {
    return server.actualPort();
  }
}

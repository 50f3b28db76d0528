package parley.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import parley.config.Config;
import parley.http.InvalidRequests;
import parley.http.Listening;
import parley.http.ProblemHandler;
import parley.http.intake.Intake;

/** The listener for monitoring: liveness, readiness and metrics. */
public final class ManagementServer {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HealthChecks checks;
  private final PrometheusMeterRegistry metrics;
  private final HttpServer server;

  public ManagementServer(Vertx vertx, HealthChecks checks, PrometheusMeterRegistry metrics) {
    this.checks = checks;
    this.metrics = metrics;
    var router = Router.router(vertx);
    router.get("/health/live").handler(ctx -> ctx.json(new JsonObject().put("status", "UP")));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
    ProblemHandler.install(router);
    this.server = Intake.addHeaders(vertx.createHttpServer(plain())).requestHandler(router);
    server.invalidRequestHandler(new InvalidRequests());
  }

  private static HttpServerOptions plain() {
    return new HttpServerOptions().setHttp2ClearTextEnabled(false);
  }

  public Future<Void> listen(Config.Listener config) {
    return server
        .listen(config.port(), config.host())
        .<Void>mapEmpty()
        .recover(failure -> Listening.failed("management", config.host(), config.port(), failure));
  }

  /** The actual port, which the system may have chosen. */
  public int port() {
    return server.actualPort();
  }

  public Future<Void> close() {
    return server.close();
  }

  private void ready(RoutingContext ctx) {
    checks
        .checkStatus()
        .onSuccess(
            result ->
                ctx.response()
                    .setStatusCode(CheckResult.isUp(result) ? 200 : 503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(result.toJson().toBuffer()))
        .onFailure(ctx::fail);
  }

  private void metrics(RoutingContext ctx) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS_TEXT).end(metrics.scrape());
  }
}

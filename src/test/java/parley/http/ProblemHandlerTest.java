package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.failure.FieldError;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

class ProblemHandlerTest {

  private static final String INSIDE = "SELECT secret FROM inside";

  private final Vertx vertx = Vertx.vertx();
  private final WebClient web = WebClient.create(vertx);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Router router = Router.router(vertx);
  private HttpServer server;

  @BeforeEach
  void serve() {
    log.start();
    logger().addAppender(log);
    router.route().handler(new RequestId());
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
    vertx.close().await();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ProblemHandler.class);
  }

  @Test
  void aDefectIsAnswered500WithTheRequestIdThatTheLogHasToo() {
    var answer = ask(new IllegalStateException(INSIDE));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.getHeader("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.bodyAsString()).doesNotContain("SELECT", "IllegalState", "parley.http");
    var id = answer.bodyAsJsonObject().getString("requestId");
    assertThat(answer.getHeader("x-request-id")).isEqualTo(id);
    assertThat(logged(id))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFormattedMessage()).contains("GET /fails");
              assertThat(event.getThrowableProxy().getMessage()).isEqualTo(INSIDE);
            });
  }

  @Test
  void whatIsThrownIsAnsweredLikeWhatFails() {
    router
        .get("/throws")
        .handler(
            ctx -> {
              throw new IllegalStateException(INSIDE);
            });
    ProblemHandler.install(router);
    var answer = get("/throws");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.bodyAsString()).doesNotContain("SELECT");
  }

  @Test
  void everyKindOfRefusalHasItsStatus() {
    var kinds = Kind.values();
    var statuses = List.of(400, 422, 401, 403, 403, 403, 403, 404, 409, 413, 415, 429, 503, 503);
    router.get("/:kind").handler(ctx -> ctx.fail(refusal(ctx.pathParam("kind"))));
    ProblemHandler.install(router);
    for (var kind : kinds) {
      var answer = get("/" + kind);
      assertThat(answer.statusCode()).isEqualTo(statuses.get(kind.ordinal()));
      assertThat(answer.bodyAsJsonObject().getString("detail")).isEqualTo("For people.");
      assertThat(answer.bodyAsJsonObject().getString("type")).startsWith("/problems/");
      assertThat(answer.bodyAsJsonObject().containsKey("requestId")).isFalse();
    }
  }

  private static ForumException refusal(String kind) {
    return ForumException.of(Kind.valueOf(kind), "For people.");
  }

  @Test
  void theFieldsAtFaultAreNamed() {
    var problem =
        ask(ForumException.invalid("email", "taken", "Somebody has it.")).bodyAsJsonObject();
    assertThat(problem.getJsonArray("errors").getJsonObject(0).mapTo(FieldError.class))
        .isEqualTo(new FieldError("email", "taken", "Somebody has it."));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    assertThat(ask(ForumException.rateLimited(17)).getHeader("retry-after")).isEqualTo("17");
  }

  @Test
  void aDatabaseThatIsDownIsUnavailableAndTheLogSaysWhy() {
    var answer = ask(new ConnectException("Connection refused: db.internal:3306"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("retry-after")).isEqualTo("5");
    assertThat(answer.bodyAsString()).doesNotContain("db.internal");
    assertThat(logged(answer.getHeader("x-request-id")))
        .singleElement()
        .satisfies(event -> assertThat(event.getFormattedMessage()).contains("db.internal"));
  }

  @Test
  void whatDescribedAnotherBodyDoesNotDescribeTheProblem() {
    router
        .get("/file")
        .handler(
            ctx -> {
              ctx.response()
                  .putHeader("content-encoding", "br")
                  .putHeader("etag", "\"1\"")
                  .putHeader("cache-control", "public, max-age=31536000, immutable");
              ctx.fail(new IllegalStateException(INSIDE));
            });
    ProblemHandler.install(router);
    var answer = get("/file");
    assertThat(answer.getHeader("content-encoding")).isNull();
    assertThat(answer.getHeader("etag")).isNull();
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-store");
  }

  @Test
  void aClientThatGoesAwayWhileItSendsIsNoDefect() {
    router.post("/upload").handler(BodyHandler.create(false)).handler(ctx -> ctx.response().end());
    ProblemHandler.install(router);
    try (var wire = Wire.to(server.actualPort())) {
      wire.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    }
    try (var wire = Wire.to(server.actualPort())) {
      wire.send(
          "POST /upload HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n");
      assertThat(wire.read().status()).isIn(0, 400);
    }
    assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains("/upload"));
  }

  private HttpResponse<Buffer> ask(Throwable failure) {
    router.get("/fails").handler(ctx -> Future.failedFuture(failure).onFailure(ctx::fail));
    ProblemHandler.install(router);
    return get("/fails");
  }

  private HttpResponse<Buffer> get(String path) {
    return web.get(server.actualPort(), "127.0.0.1", path).send().await();
  }

  /** Other tests of this JVM log too. */
  private List<ILoggingEvent> logged(String requestId) {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getKeyValuePairs().get(0).value.equals(requestId))
        .toList();
  }
}

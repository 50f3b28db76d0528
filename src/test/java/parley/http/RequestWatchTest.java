package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import parley.config.Logging;

class RequestWatchTest {

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private HttpServer server;

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
    logger().setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
    vertx.close().await();
  }

  @Test
  void aRequestIsCountedByItsRouteMethodAndStatus() {
    serve(false, 0);
    get("/api/topic/7");
    get("/api/topic/8?page=2");
    get("/somewhere");
    await("route", "/api/topic/{id}", 2);
    await("route", "/*", 1);
    var timer = registry.get("parley.http.requests").tags("route", "/api/topic/{id}").timer();
    assertThat(timer.getId().getTag("method")).isEqualTo("GET");
    assertThat(timer.getId().getTag("status")).isEqualTo("200");
    assertThat(registry.get("parley.http.active.requests").gauge().value()).isZero();
    assertThat(lines("Request")).isEmpty();
    assertThat(lines("Slow request")).isEmpty();
  }

  @Test
  void aMethodThatAClientMadeUpIsNoLabel() {
    serve(false, 0);
    send(HttpMethod.valueOf("BREW"), "/api/index");
    await("method", "other", 1);
  }

  @Test
  void aClientThatGoesAwayIsSeen() {
    var arrived = new CompletableFuture<RoutingContext>();
    serve(false, 0, arrived::complete);
    var client = vertx.createHttpClient();
    client
        .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/api/index")
        .compose(request -> request.send());
    arrived.join();
    assertThat(registry.get("parley.http.active.requests").gauge().value()).isEqualTo(1);
    client.close().await();
    await("status", "499", 1);
    assertThat(registry.get("parley.http.active.requests").gauge().value()).isZero();
  }

  @Test
  void theAccessLogHasALineForEachRequestWithoutWhatIsSecret() {
    serve(true, 0);
    var id = get("/api/email/verify?page=2&token=hush").getHeader("x-request-id");
    await("status", "200", 1);
    Awaitility.await().until(() -> !lines("Request").isEmpty());
    assertThat(lines("Request"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("request", id)
                    .containsEntry("method", "GET")
                    .containsEntry("path", "/api/email/verify?page=2&token=*")
                    .containsEntry("status", "200")
                    .containsEntry("address", "127.0.0.1")
                    .containsEntry("member", "-")
                    .containsEntry("bytes", "4")
                    .containsKey("ms"));
  }

  @Test
  void aSlowRequestIsLoggedByItsRoute() {
    var slowMs = 20;
    serve(
        false, slowMs, ctx -> ctx.vertx().setTimer(2 * slowMs, late -> ctx.response().end("done")));
    var id = get("/api/topic/7?token=hush").getHeader("x-request-id");
    Awaitility.await().until(() -> !lines("Slow request").isEmpty());
    assertThat(lines("Slow request"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).containsEntry("request", id).containsEntry("status", "200");
              assertThat(line).containsEntry("route", "/api/topic/{id}");
              assertThat(Integer.parseInt(line.get("ms"))).isGreaterThanOrEqualTo(slowMs);
              assertThat(line.toString()).doesNotContain("hush");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/api/index, /api/index",
    "/api/index?page=2&board=1, /api/index?page=2&board=1",
    "/reset?token=abc, /reset?token=*",
    "/reset?token=1a&page=1, /reset?token=*&page=1",
    "/reset?token=1=2, /reset?token=*",
    "/reset?token=12345678901234567890, /reset?token=*",
    "/reset?token=, /reset?token=*",
  })
  void onlyNumbersOfAQueryAreShown(String uri, String shown) {
    assertThat(RequestWatch.path(uri)).isEqualTo(shown);
  }

  private void serve(boolean access, int slowMs) {
    serve(access, slowMs, ctx -> ctx.response().end("done"));
  }

  private void serve(boolean access, int slowMs, Handler<RoutingContext> operation) {
    var logging = new Logging(Logging.Format.TEXT, Set.of(), access, slowMs, 0);
    var router = Router.router(vertx);
    router
        .route()
        .handler(new RequestId())
        .handler(
            ctx -> {
              Caller.locate(ctx, Set.of());
              ctx.next();
            })
        .handler(new Endpoints(Contract.load(vertx, List.of()).await().parsed()))
        .handler(new RequestWatch(logging, registry))
        .handler(operation);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  private HttpClientResponse get(String path) {
    return send(HttpMethod.GET, path);
  }

  private HttpClientResponse send(HttpMethod method, String path) {
    return vertx
        .createHttpClient()
        .request(method, server.actualPort(), "127.0.0.1", path)
        .compose(request -> request.send())
        .compose(response -> response.end().map(response))
        .await();
  }

  /** The client has its answer a moment before the server has counted it. */
  private void await(String tag, String value, long count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                registry.find("parley.http.requests").tag(tag, value).timers().stream()
                        .filter(timer -> timer.totalTime(TimeUnit.NANOSECONDS) > 0)
                        .mapToLong(timer -> timer.count())
                        .sum()
                    == count);
  }

  private List<Map<String, String>> lines(String message) {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getMessage().equals(message))
        .map(
            event ->
                event.getKeyValuePairs().stream()
                    .collect(
                        Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value))))
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("parley");
  }
}

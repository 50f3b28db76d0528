package parley.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.ConfigException;
import parley.http.LoadShedding.Kind;

class LoadSheddingTest {

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final LoadShedding load = new LoadShedding(new LoadSettings(2, 3, 4), metrics);
  private final Queue<RoutingContext> working = new ConcurrentLinkedQueue<>();
  private final HttpClient client = http1();
  private HttpServer server;

  @BeforeEach
  void start() {
    var router = Router.router(vertx);
    router.route().handler(load).handler(working::add);
    ProblemHandler.install(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static HttpClient http1() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private CompletableFuture<HttpResponse<String>> ask() {
    var uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/boards");
    return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private double running() {
    return metrics.get("parley.load.running").gauge().value();
  }

  @Test
  void aGuestBeyondTheLimitIsToldWhenToComeBack() {
    var first = ask();
    var second = ask();
    await().until(() -> working.size() == 2);
    var refused = ask().orTimeout(10, SECONDS).join();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(2L, 8L);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(metrics.get("parley.load.refused").tag("kind", "guest").counter().count())
        .isEqualTo(1);

    working.remove().response().end("done");
    working.remove().response().end("done");
    assertThat(first.join().body()).isEqualTo("done");
    assertThat(second.join().body()).isEqualTo("done");
    await().until(() -> running() == 0);
  }

  @Test
  void whoHasGoneHoldsNoPlace() {
    var gone = http1();
    var uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
    var asked = gone.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    await().until(() -> running() == 1);
    asked.cancel(true);
    await().until(() -> running() == 0);
  }

  @Test
  void guestsAreRefusedFirstThenReadsThenWrites() {
    assertThat(load.enter(Kind.GUEST)).isTrue();
    assertThat(load.enter(Kind.GUEST)).isTrue();
    assertThat(load.enter(Kind.GUEST)).isFalse();
    assertThat(load.enter(Kind.READ)).isTrue();
    assertThat(load.enter(Kind.READ)).isFalse();
    assertThat(load.enter(Kind.WRITE)).isTrue();
    assertThat(load.enter(Kind.WRITE)).isFalse();
    assertThat(running()).isEqualTo(4);
  }

  @Test
  void limitsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> new LoadSettings(3, 2, 4)).isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> new LoadSettings(2, 3, 2)).isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> new LoadSettings(0, 3, 4)).isInstanceOf(ConfigException.class);
  }
}

package parley.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parley.Forum;

public class ManagementIT {

  private final Forum forum = Forum.shared();

  @Test
  void aRunningParleyIsAlive() {
    var answer = ask(forum, "/health/live");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject()).isEqualTo(new JsonObject().put("status", "UP"));
  }

  @Test
  void itIsReadyWhenItsStoresAndVerticlesAre() {
    var answer = ask(forum, "/health/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("content-type")).isEqualTo("application/json");
    assertThat(checks(answer))
        .isEqualTo(
            Map.of(
                "mysql", "UP", "redis", "UP", "http", "UP", "chat", "UP", "journal", "UP", "room",
                "UP", "search", "UP"));
  }

  @Test
  void onlyWhatThisProcessRunsIsAskedFor() {
    try (var chat = Forum.with(Map.of("PARLEY_ROLES", "chat"))) {
      assertThat(checks(ask(chat, "/health/ready")))
          .containsOnlyKeys("mysql", "redis", "chat", "journal", "room");
    }
  }

  @Test
  void aDatabaseThatIsDownIsNamed() {
    var address = forum.config().mysql();
    try (var detour = Detour.to(forum.vertx(), address.host(), address.port());
        var other = Forum.with(Map.of("PARLEY_MYSQL_PORT", Integer.toString(detour.port())))) {
      detour.cut();
      awaitReady(other, 503);
      var answer = ask(other, "/health/ready");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(checks(answer)).containsEntry("mysql", "DOWN").containsEntry("redis", "UP");
      assertThat(ask(other, "/health/live").statusCode()).isEqualTo(200);
      var refused = other.guest().get("/api/topic/boards").expectProblem(503);
      assertThat(refused.header("retry-after")).isEqualTo("5");

      detour.restore();
      awaitReady(other, 200);
      other.guest().get("/api/topic/boards").expect(200);
    }
  }

  @Test
  void aRedisThatIsDownIsNamed() {
    var address = URI.create(forum.config().redis().url());
    try (var detour = Detour.to(forum.vertx(), address.getHost(), address.getPort());
        var other =
            Forum.with(
                Map.of(
                    "PARLEY_REDIS_URL",
                    "redis://" + address.getUserInfo() + "@127.0.0.1:" + detour.port()))) {
      var member = other.member();
      detour.cut();
      awaitReady(other, 503);
      var answer = ask(other, "/health/ready");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(checks(answer)).containsEntry("redis", "DOWN").containsEntry("mysql", "UP");
      assertThat(member.post("/api/user").expectProblem(503).header("retry-after")).isEqualTo("5");
      other.guest().get("/api/topic/boards").expect(200);

      detour.restore();
      awaitReady(other, 200);
      member.post("/api/user").expect(200);
    }
  }

  private static void awaitReady(Forum forum, int status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> ask(forum, "/health/ready").statusCode() == status);
  }

  @Test
  void aForumThatStopsIsNotReadyWhileItServesOn() {
    var other = Forum.with(Map.of("PARLEY_HTTP_DRAIN_SECONDS", "3"));
    var stopping = CompletableFuture.runAsync(other::close);
    Awaitility.await().until(() -> ask(other, "/health/ready").statusCode() == 503);
    assertThat(checks(ask(other, "/health/ready")))
        .containsEntry("http", "DOWN")
        .containsEntry("mysql", "UP");
    assertThat(ask(other, "/health/live").statusCode()).isEqualTo(200);
    other.guest().get("/api/site").expect(200);
    stopping.join();
  }

  @Test
  void nothingElseIsThere() {
    for (var path : new String[] {"/", "/health", "/api/site", "/metrics/x"}) {
      assertThat(ask(forum, path).statusCode()).isEqualTo(404);
    }
  }

  public static Map<String, String> checks(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getJsonArray("checks").stream()
        .map(JsonObject.class::cast)
        .collect(
            Collectors.toMap(check -> check.getString("id"), check -> check.getString("status")));
  }

  public static HttpResponse<Buffer> ask(Forum forum, String path) {
    return WebClient.create(forum.vertx())
        .get(forum.managementPort(), "127.0.0.1", path)
        .send()
        .await();
  }
}

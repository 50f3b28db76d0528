package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Forum;

/** Who asks too much, and from where. */
class NginxLimitsIT {

  @Test
  void whereSomebodyComesFromIsNotWhatTheySayThemselves() {
    var settings = Map.of("PARLEY_LIMITS_ENABLED", "true", "PARLEY_LIMITS_RESET_PER_NETWORK", "2");
    try (var forum = Forum.with(settings);
        var nginx = Nginx.before(forum, Map.of())) {
      var answers =
          IntStream.rangeClosed(1, 3).mapToObj(i -> askForReset(nginx, "198.18.7." + i)).toList();
      assertThat(answers).endsWith(429);
    }
  }

  private static int askForReset(Nginx nginx, String forwardedFor) {
    return nginx
        .request(HttpMethod.POST, "/api/reset/send")
        .putHeader("x-forwarded-for", forwardedFor)
        .putHeader("forwarded", "for=" + forwardedFor)
        .sendJsonObject(JsonObject.of("email", Forum.unique("nobody") + "@example.org"))
        .await()
        .statusCode();
  }

  @Test
  void aFloodIsRefusedAsTheForumWouldRefuseIt() {
    var slow = Map.of("rate=50r/s", "rate=1r/m", "burst=300", "burst=2");
    try (var nginx = Nginx.before(Forum.shared(), slow)) {
      var answers =
          IntStream.range(0, 4).mapToObj(i -> nginx.get(i % 2 == 0 ? "/api/site" : "/")).toList();
      assertThat(answers.subList(0, 3)).allMatch(answer -> answer.statusCode() == 200);
      var refused = answers.get(3);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
      assertThat(refused.getHeader("retry-after")).isEqualTo("2");
      assertThat(refused.bodyAsJsonObject().getString("type")).isEqualTo("/problems/rate-limited");
      assertThat(nginx.get(Site.ASSET).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aLivelyPageIsNotAFlood() {
    var nginx = Nginx.shared();
    var asked = IntStream.range(0, 100).mapToObj(i -> nginx.request(HttpMethod.GET, "/api/site"));
    var answers = asked.map(request -> request.send()).toList();
    Future.join(answers).await();
    assertThat(answers).allMatch(answer -> answer.result().statusCode() == 200);
  }
}

package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;
import parley.text.Digests;

/** A forum that is being restarted. */
class ForumAwayIT {

  private static Nginx nginx;

  @BeforeAll
  static void start() {
    nginx =
        Nginx.before(
            Forum.shared(),
            Map.of("127.0.0.1:8080", "127.0.0.1:1", "127.0.0.1:8081", "127.0.0.1:1"));
  }

  @AfterAll
  static void stop() {
    nginx.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/topic/7", "/nothing"})
  void aReaderGetsAPageThatWaitsForTheForum(String path) {
    var answer = nginx.get(path);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.getHeader("retry-after")).isEqualTo("10");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-store");
    assertThat(answer.bodyAsString()).contains("Back in a moment");
  }

  @Test
  void itsPolicyLetsThePageRunItsOwnScriptAlone() {
    var answer = nginx.get("/");
    var script = answer.bodyAsString().replaceFirst("(?s).*<script>(.*)</script>.*", "$1");
    var hash =
        Base64.getEncoder().encodeToString(Digests.sha256(script.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.getHeader("content-security-policy"))
        .contains("default-src 'none'; ")
        .contains("script-src 'sha256-" + hash + "'; ");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/index",
    "POST, /api/login",
    "POST, /api/image/add",
    "GET, /api/images/00000000000000000000000000000000.png",
    "POST, /eventbus/123/abc/xhr",
    "GET, /assets/gone-123456.js"
  })
  void aProgramGetsAProblem(HttpMethod method, String path) {
    var answer = nginx.request(method, path).send().await();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.getHeader("retry-after")).isEqualTo("5");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-store");
    var problem = answer.bodyAsJsonObject();
    assertThat(problem.getString("type")).isEqualTo("/problems/unavailable");
    assertThat(problem.getInteger("status")).isEqualTo(503);
  }

  @Test
  void whatNginxHasItselfIsThereAllTheSame() {
    assertThat(nginx.get(Site.ASSET).statusCode()).isEqualTo(200);
  }
}

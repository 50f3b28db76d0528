package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

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
  void aReaderGetsAPageThatLooksForTheForumAgain(String path) {
    var answer = nginx.get(path);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.getHeader("retry-after")).isEqualTo("10");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-store");
    assertThat(answer.getHeader("content-security-policy")).contains("default-src 'none'");
    assertThat(answer.bodyAsString())
        .contains("<meta http-equiv=\"refresh\"")
        .contains("prefers-color-scheme: dark");
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

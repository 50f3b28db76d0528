package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Forum;

class SecurityHeadersIT {

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /assets/app-1a2b3c.js, 200",
    "GET, /api/site, 200",
    "GET, /api/index, 200",
    "HEAD, /api/index, 200",
    "GET, /nothing, 404",
    "GET, /api/nothing, 404",
    "GET, *, 404",
    "GET, /api/topic/x, 422",
    "GET, /%zz, 400",
    "POST, /api/user, 401",
    "POST, /api/index, 405",
    "POST, /api/login, 400"
  })
  void everyAnswerTellsBrowsersToBeCareful(String method, String path, int status) {
    var answer = Wire.ask(forum.port(), method, path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
  }

  @ParameterizedTest
  @CsvSource({"/", "/api/site", "/api/nothing"})
  void everyAnswerNamesItsRequest(String path) {
    var first = Wire.ask(forum.port(), "GET", path).header("x-request-id");
    var second = Wire.ask(forum.port(), "GET", path).header("x-request-id");
    assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
  }
}

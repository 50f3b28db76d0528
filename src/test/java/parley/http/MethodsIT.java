package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

class MethodsIT {

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @CsvSource({
    "GET, /api/login, POST",
    "POST, /api/index, 'GET, HEAD'",
    "PATCH, /api/topic/1, 'DELETE, GET, HEAD, PUT'",
    "GET, /api/topic/add, POST",
    "DELETE, /api/topic/boards, 'GET, HEAD'",
    "OPTIONS, /api/site, 'GET, HEAD'",
    "TRACE, /api/user, POST",
    "NONSENSE, /api/reply/1, 'DELETE, PUT'",
    "POST, /, 'GET, HEAD'",
    "DELETE, /topic/1, 'GET, HEAD'",
    "OPTIONS, /assets/app-1a2b3c.js, 'GET, HEAD'",
    "HEAD, /api/login, POST"
  })
  void anotherMethodIsRefusedWithTheOnesThereAre(String method, String path, String allowed) {
    var answer = Wire.ask(forum.port(), method, path);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo(allowed);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void anUnknownPathIsUnknownWhateverTheMethod() {
    for (var method : new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}) {
      assertThat(Wire.ask(forum.port(), method, "/api/nothing").status()).isEqualTo(404);
      assertThat(Wire.ask(forum.port(), method, "/nothing").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/site", "/api/index?page=1", "/assets/app-1a2b3c.js", "/api/topic/0"})
  void headIsGetWithoutTheBody(String path) {
    await() // other tests write between the two
        .untilAsserted(
            () -> {
              var get = Wire.ask(forum.port(), "GET", path);
              var head = Wire.ask(forum.port(), "HEAD", path);
              assertThat(head.status()).isEqualTo(get.status());
              assertThat(head.body()).isEmpty();
              assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
              assertThat(head.header("etag")).isEqualTo(get.header("etag"));
            });
  }

  @Test
  void aGuestWhoAsksWithAnUnknownMethodIsNotToldToSignIn() {
    assertThat(Wire.ask(forum.port(), "PUT", "/api/image/add").status()).isEqualTo(405);
  }
}

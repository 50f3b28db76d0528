package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

class BadAddressIT {

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1.0", "1e2", "abc", "0x10", "1_0", "%00", "9223372036854775808"})
  void anIdThatIsNoneIsAtFault(String id) {
    assertProblem("/api/topic/" + id, 422, "id");
  }

  @Test
  void theLargestIdIsJustNotThere() {
    assertProblem("/api/topic/9223372036854775807", 404, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.0",
        "1e2",
        "abc",
        "",
        "null",
        "true",
        "%22%22",
        "%00",
        "9223372036854775808"
      })
  void aPageThatIsNoneIsAtFault(String page) {
    assertProblem("/api/index?page=" + page, 422, "page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000000", "9223372036854775807"})
  void aPageBehindTheLastIsEmpty(String page) {
    var answer = forum.guest().get("/api/index?page=" + page).expect(200);
    assertThat(answer.items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "1.5", "99999999999", "x"})
  void aPageSizeOutOfRangeIsAtFault(String size) {
    assertProblem("/api/index?pageSize=" + size, 422, "pageSize");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/topic/%",
        "/api/topic/%zz",
        "/%",
        "/%zz",
        "/assets/%2",
        "/api/index?page=%",
        "/api/index?%zz=1"
      })
  void aBrokenPercentEncodingIsUnreadable(String target) {
    assertProblem(target, 400, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nothing",
        "/api/index/",
        "/API/index",
        "/api/topic/1/2",
        "/nothing",
        "/.git/config",
        "/../conf/parley.yaml",
        "/%2e%2e/conf/parley.yaml",
        "/..%2fconf%2fparley.yaml",
        "/assets/..%5c..%5cconf%5cparley.yaml",
        "/assets/",
        "/assets/%00",
        "///etc/passwd",
        "*"
      })
  void whatIsNotThereIsAProblem(String target) {
    assertProblem(target, 404, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/images/nothing.png",
        "/api/images/..%2f..%2fsession.key",
        "/api/images/%2e%2e%2fsession.key",
        "/api/images/..",
        "/api/images/.%00.png"
      })
  void noPictureIsFoundOutsideTheirFolder(String target) {
    assertThat(Wire.ask(forum.port(), "GET", target).status()).isIn(404, 422);
  }

  @Test
  void anAddressThatIsTooLongIsAProblem() {
    assertProblem("/" + "a".repeat(5_000), 414, null);
  }

  @Test
  void aHeaderThatIsTooLongIsAProblem() {
    var answer = Wire.ask(forum.port(), "GET", "/", "X-Long: " + "a".repeat(20_000));
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"
      })
  void whatIsNoHttpIsAProblem(String request) {
    try (var wire = Wire.to(forum.port())) {
      var answer = wire.send(request).read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    }
  }

  private void assertProblem(String target, int status, String field) {
    var answer = Wire.ask(forum.port(), "GET", target);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    var problem = new JsonObject(answer.body());
    assertThat(problem.getInteger("status")).isEqualTo(status);
    if (field != null) {
      assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo(field);
    }
  }
}

package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Forum;
import parley.Response;

class LargeBodyIT {

  private static final int HUNDRED_MB = 100 * 1000 * 1000;
  private static final int FOUR_MB = 4 * 1024 * 1024;
  private static final String BLOCK = "a".repeat(64 * 1024);

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @CsvSource({
    "/api/login, application/json, 413",
    "/api/image/add, multipart/form-data; boundary=x, 401",
    "/api/nothing, application/json, 404",
    "/nothing, application/json, 404"
  })
  void aBodyAnnouncedTooLargeIsRefusedBeforeItComes(String path, String type, int status) {
    try (var wire = Wire.to(forum.port())) {
      wire.send(head(path, type, "Content-Length: " + HUNDRED_MB)).send(BLOCK);
      assertRefused(wire.read(), status);
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/login, 413", "/nothing, 404"})
  void whoSendsAllOfItBeforeReadingGetsTheAnswerToo(String path, int status) {
    try (var wire = Wire.to(forum.port())) {
      wire.send(head(path, "application/json", "Content-Length: " + FOUR_MB));
      for (var sent = 0; sent < FOUR_MB; sent += BLOCK.length()) {
        wire.send(BLOCK);
      }
      assertRefused(wire.read(), status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/login, application/json, 413",
    "/api/image/add, multipart/form-data; boundary=x, 401",
    "/nothing, application/json, 404"
  })
  void aBodyWithoutEndIsCutOff(String path, String type, int status) {
    try (var wire = Wire.to(forum.port())) {
      wire.send(head(path, type, "Transfer-Encoding: chunked"));
      for (var sent = 0; sent < FOUR_MB; sent += BLOCK.length()) {
        wire.send("10000\r\n" + BLOCK + "\r\n");
      }
      assertRefused(wire.read(), status); // the last chunk never comes, and yet it ends
    }
  }

  @Test
  void aBodyAtTheLimitIsTaken() {
    login((int) BodyLimits.WITH_BODY).expectProblem(401);
    login((int) BodyLimits.WITH_BODY + 1).expectProblem(413);
  }

  @Test
  void whoAsksFirstIsToldToGoOn() {
    try (var wire = Wire.to(forum.port())) {
      wire.send(
          head(
              "/api/login",
              "application/json",
              "Content-Length: 2\r\nConnection: close\r\nExpect: 100-continue"));
      assertThat(wire.readLine()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(wire.readLine()).isEmpty();
      assertThat(wire.send("{}").read().status()).isEqualTo(422);
    }
  }

  @Test
  void whoAsksFirstIsRefusedAtOnceWhereItIsTooMuch() {
    var length = "Content-Length: " + HUNDRED_MB + "\r\nExpect: 100-continue";
    try (var wire = Wire.to(forum.port())) {
      assertRefused(wire.send(head("/api/login", "application/json", length)).read(), 413);
    }
  }

  @Test
  void aBodyThatBreaksOffIsUnreadable() {
    try (var wire = Wire.to(forum.port())) {
      wire.send(head("/api/login", "application/json", "Transfer-Encoding: chunked"));
      assertThat(wire.send("no chunk\r\n").read().status()).isIn(0, 400);
    }
    forum.guest().get("/api/site").expect(200);
  }

  private Response login(int bytes) {
    var start = "{\"username\":\"nobody\",\"password\":\"";
    var body = start + "a".repeat(bytes - start.length() - 2) + "\"}";
    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
    return forum.guest().send(HttpMethod.POST, "/api/login", Buffer.buffer(body));
  }

  private static String head(String path, String type, String length) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n"
        .formatted(path, type, length);
  }

  private static void assertRefused(Wire.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("connection")).isEqualTo("close");
    assertThat(answer.body()).contains("\"status\":" + status);
  }
}

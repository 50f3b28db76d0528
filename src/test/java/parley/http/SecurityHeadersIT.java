package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.Forum;
import parley.http.intake.SecurityHeaders;
import parley.nginx.Nginx;

/** Every answer of every listener has the security headers, also those that libraries write. */
class SecurityHeadersIT {

  private static final Forum FORUM = Forum.shared();

  /** Method, target and status; what is no HTTP at all has a test of its own. */
  private static final List<Arguments> PUBLIC =
      List.of(
          Arguments.of("GET", "/", 200),
          Arguments.of("GET", "/assets/app-1a2b3c.js", 200),
          Arguments.of("GET", "/api/site", 200),
          Arguments.of("GET", "/api/index", 200),
          Arguments.of("HEAD", "/api/index", 200),
          Arguments.of("GET", "/nothing", 404),
          Arguments.of("GET", "/api/nothing", 404),
          Arguments.of("GET", "/api/topic/x", 422),
          Arguments.of("GET", "/api/images/nothing", 404),
          Arguments.of("GET", "/%zz", 400),
          Arguments.of("POST", "/api/user", 401),
          Arguments.of("POST", "/api/index", 405),
          Arguments.of("POST", "/api/login", 400),
          Arguments.of("OPTIONS", "/api/login", 405));

  private static final List<Arguments> BRIDGE =
      List.of(
          Arguments.of("GET", "/eventbus/info", 200),
          Arguments.of("GET", "/eventbus/websocket", 400),
          Arguments.of("GET", "/eventbus/1/2/websocket", 400),
          Arguments.of("GET", "/eventbus/iframe.html", 404),
          Arguments.of("GET", "/eventbus/iframe-1.html", 404),
          Arguments.of("GET", "/eventbus/", 404),
          Arguments.of("GET", "/eventbus/nothing", 404),
          Arguments.of("OPTIONS", "/eventbus/info", 404),
          Arguments.of("POST", "/eventbus/1/2/xhr_send", 404));

  private static final List<Arguments> MANAGEMENT =
      List.of(
          Arguments.of("GET", "/health/live", 200),
          Arguments.of("GET", "/health/ready", 200),
          Arguments.of("GET", "/metrics", 200),
          Arguments.of("GET", "/nothing", 404),
          Arguments.of("POST", "/metrics", 405));

  /** At each listener all that is asked of it, and of nginx all that is asked of any. */
  static Stream<Arguments> answers() {
    return Stream.of(
            at(FORUM.port(), PUBLIC),
            at(FORUM.port(), BRIDGE),
            at(FORUM.port(), List.of(Arguments.of("GET", "*", 404))),
            at(FORUM.bridgePort(), BRIDGE),
            at(FORUM.bridgePort(), List.of(Arguments.of("GET", "/", 404))),
            at(FORUM.managementPort(), MANAGEMENT),
            at(Nginx.shared().port(), PUBLIC.stream().filter(SecurityHeadersIT::passes).toList()),
            at(Nginx.shared().port(), BRIDGE),
            at(Nginx.shared().port(), List.of(Arguments.of("GET", "/dev/mail", 404))))
        .flatMap(asked -> asked);
  }

  /** nginx refuses some itself, in its own way. */
  private static boolean passes(Arguments asked) {
    return !asked.get()[1].equals("/%zz");
  }

  private static Stream<Arguments> at(int port, List<Arguments> asked) {
    return asked.stream().map(one -> Arguments.of(port, one.get()[0], one.get()[1], one.get()[2]));
  }

  @ParameterizedTest(name = "{1} {2} at {0}")
  @MethodSource("answers")
  void everyAnswerTellsBrowsersToBeCareful(int port, String method, String path, int status) {
    var answer = Wire.ask(port, method, path);
    assertThat(answer.status()).isEqualTo(status);
    assertCareful(answer);
  }

  static Stream<Arguments> listeners() {
    return Stream.of(FORUM.port(), FORUM.bridgePort(), FORUM.managementPort()).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void soDoesTheAnswerToWhatIsNoHttp(int port) {
    for (var text :
        List.of(
            "no http at all\r\n\r\n",
            "GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nX-Long: " + "a".repeat(10_000) + "\r\n\r\n")) {
      try (var wire = Wire.to(port)) {
        var answer = wire.send(text).read();
        assertThat(answer.status()).isBetween(400, 431);
        assertCareful(answer);
      }
    }
  }

  private static void assertCareful(Wire.Answer answer) {
    SecurityHeaders.ALL.forEach(
        (name, value) -> assertThat(answer.header(name)).as(name).isEqualTo(value));
  }

  @Test
  void nothingIsLoadedFromElsewhereAndNobodyFramesIt() {
    assertThat(SecurityHeaders.ALL.get("content-security-policy"))
        .contains("default-src 'self'", "connect-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("ws:", "unsafe");
  }

  @ParameterizedTest
  @CsvSource({"/", "/api/site", "/api/nothing"})
  void everyAnswerNamesItsRequest(String path) {
    var first = Wire.ask(FORUM.port(), "GET", path).header("x-request-id");
    var second = Wire.ask(FORUM.port(), "GET", path).header("x-request-id");
    assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
  }
}

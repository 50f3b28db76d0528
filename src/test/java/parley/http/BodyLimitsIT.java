package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.Client;
import parley.Forum;
import parley.image.ImageRoutes;

/** Each operation of the contract takes a body of its own size, and no more. */
class BodyLimitsIT {

  private static final Forum FORUM = Forum.shared();
  private static final Client MEMBER = FORUM.member();
  private static final Vertx VERTX = FORUM.vertx();
  private static final OpenAPIContract CONTRACT = Contract.load(VERTX, List.of()).await().parsed();
  private static final BodyLimits LIMITS =
      new BodyLimits(new Endpoints(CONTRACT), FORUM.config().http().bodyBytes());

  /** What guests may send; none of it is more than a form's. */
  private static final long FOR_GUESTS = 8 * 1024;

  static Stream<Arguments> operations() {
    return CONTRACT.operations().stream()
        .filter(operation -> !operation.getHttpMethod().name().equals("GET"))
        .filter(operation -> !operation.getOperationId().equals("addImage"))
        .map(
            operation ->
                Arguments.of(
                    operation.getHttpMethod().name(),
                    operation.getAbsoluteOpenAPIPath().replaceAll("\\{[^}]*}", "1"),
                    LIMITS.all().get(operation.getOperationId())));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("operations")
  void aBodyAnnouncedAboveTheLimitIsRefusedBeforeItComes(String method, String path, long limit) {
    assertThat(announce(method, path, limit + 1).status()).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("operations")
  void aBodyThatTurnsOutAboveTheLimitIsCutOff(String method, String path, long limit) {
    try (var wire = Wire.to(FORUM.port())) {
      wire.send(head(method, path) + "Transfer-Encoding: chunked\r\n\r\n");
      var chunk = "a".repeat(1024);
      for (var sent = 0L; sent <= limit; sent += chunk.length()) {
        wire.send("400\r\n" + chunk + "\r\n");
      }
      assertThat(wire.read().status()).isEqualTo(413);
    }
  }

  @Test
  void whatGuestsMaySendIsSmall() {
    assertThat(CONTRACT.operations())
        .filteredOn(operation -> operation.getSecurityRequirements().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(LIMITS.all().get(operation.getOperationId()))
                    .isLessThanOrEqualTo(FOR_GUESTS));
    assertThat(LIMITS.all().get("checkToken")).isEqualTo(2048);
  }

  @Test
  void anUploadHasRoomForThePictureAndTheFormAroundIt() {
    var operation = CONTRACT.operation("addImage");
    assertThat(((Number) operation.getExtensions().get("x-max-body")).longValue())
        .isBetween(ImageRoutes.MAX_BYTES + 1024L, ImageRoutes.MAX_BYTES + 64L * 1024);
  }

  /** The longest text of the rarest letters, written as a client may that escapes them all. */
  @Test
  void theLongestPostFits() {
    var content = "\\ud83d\\ude00".repeat(50_000);
    var title = "\\ud83d\\ude00".repeat(200);
    var body = "{\"title\":\"%s\",\"content\":\"%s\",\"boardId\":1}".formatted(title, content);
    try (var wire = Wire.to(FORUM.port())) {
      wire.send(
          head("POST", "/api/topic/add")
              + "Connection: close\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(wire.read().status()).isEqualTo(201);
    }
  }

  private static Wire.Answer announce(String method, String path, long length) {
    try (var wire = Wire.to(FORUM.port())) {
      return wire.send(head(method, path) + "Content-Length: " + length + "\r\n\r\n").read();
    }
  }

  private static String head(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
        + MEMBER.token()
        + "\r\n";
  }
}

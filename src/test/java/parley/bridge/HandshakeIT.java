package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;
import parley.nginx.Nginx;

/** The session's cookie, and the page that a WebSocket is opened from. */
class HandshakeIT {

  /** Where a client may connect to. */
  enum Port {
    BRIDGE(Forum::bridgePort),
    PUBLIC(Forum::port),
    NGINX(forum -> Nginx.shared().port());

    private final Function<Forum, Integer> number;

    Port(Function<Forum, Integer> number) {
      this.number = number;
    }

    WebSocketConnectOptions options(Client member) {
      return BridgeClient.options(number.apply(FORUM))
          .addHeader("cookie", "parley_session=" + member.token());
    }

    String origin() {
      return "http://127.0.0.1:" + number.apply(FORUM);
    }
  }

  private static final Forum FORUM = Forum.shared();

  private final Client ann = FORUM.member();
  private final String address = "user." + ann.id();

  @ParameterizedTest
  @EnumSource
  void theCookieCountsFromOurOwnPages(Port port) {
    var options = port.options(ann).addHeader("origin", port.origin());
    try (var client = BridgeClient.open(FORUM.vertx(), options)) {
      client.listen(address);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCookieIsRefusedFromOtherPages(Port port) {
    assertRefused(port.options(ann).addHeader("origin", "https://evil.example"));
    assertRefused(port.options(ann).addHeader("origin", "http://127.0.0.1:1"));
    assertRefused(port.options(ann).addHeader("origin", "null"));
    assertRefused(port.options(ann).setAllowOriginHeader(false));
  }

  private static void assertRefused(WebSocketConnectOptions options) {
    assertThatThrownBy(() -> BridgeClient.open(FORUM.vertx(), options).close())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refused -> assertThat(refused.getStatus()).isEqualTo(403));
  }

  @ParameterizedTest
  @EnumSource
  void withoutACookieAnyPageMayLookAsAGuest(Port port) {
    var options =
        BridgeClient.options(port.number.apply(FORUM)).addHeader("origin", "https://example.org");
    try (var client = BridgeClient.open(FORUM.vertx(), options).listen("index")) {
      assertThat(client.register(address).error().getInteger("failureCode")).isEqualTo(401);
    }
  }

  @Test
  void theCookieOfASessionThatIsOverMakesAGuest() {
    ann.post("/api/logout").expect(204);
    var options = Port.BRIDGE.options(ann).addHeader("origin", Port.BRIDGE.origin());
    try (var client = BridgeClient.open(FORUM.vertx(), options)) {
      assertThat(client.register(address).error().getInteger("failureCode")).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereIsNothingElseBelowTheBridgesPath(Port port) {
    var options = BridgeClient.options(port.number.apply(FORUM)).setURI("/eventbus/other");
    assertThatThrownBy(() -> BridgeClient.open(FORUM.vertx(), options).close())
        .cause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refused -> assertThat(refused.getStatus()).isEqualTo(404));
  }
}

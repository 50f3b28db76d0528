package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

/** How much a client may take, and how it is told that it was too much. */
class LimitIT {

  private static final int POLICY_VIOLATION = 1008;
  private static final int TOO_BIG = 1009;

  private static Forum forum;

  /** The address of a topic that nobody deletes. */
  private static String topic;

  @BeforeAll
  static void start() {
    forum =
        Forum.with(
            Map.of(
                "PARLEY_BRIDGE_FRAMES_PER_SECOND", "20",
                "PARLEY_BRIDGE_FRAME_BYTES", "2048",
                "PARLEY_BRIDGE_REGISTRATIONS", "3",
                "PARLEY_BRIDGE_CONNECTIONS_PER_MEMBER", "2",
                "PARLEY_BRIDGE_GUESTS_PER_NETWORK", "2",
                "PARLEY_HTTP_INSTANCES", "2",
                "PARLEY_BRIDGE_IDLE_SECONDS", "2",
                "PARLEY_LIMITS_ENABLED", "true",
                "PARLEY_LIMITS_MESSAGE_PER_ACCOUNT", "2"));
    topic = "topic." + forum.member().topic("Listened to", "Text").getLong("id");
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "hello",
        "[]",
        "null",
        "1",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"register\"}",
        "{\"type\":\"shout\",\"address\":\"index\"}",
        "{\"type\":\"send\",\"address\":\"chat.join\",\"body\":[]}",
        "{\"type\":\"send\",\"address\":\"chat.join\",\"headers\":\"x\"}",
        "{\"type\":\"send\",\"address\":\"chat.join\",\"headers\":{\"token\":[]}}",
        "{\"type\":\"send\",\"address\":{},\"body\":{}}"
      })
  void aFrameThatCannotBeReadIsRefusedAndTheConnectionGoesOn(String frame) {
    try (var client = BridgeClient.guest(forum)) {
      assertThat(client.write(frame).error().getInteger("failureCode")).isEqualTo(400);
      client.listen("index");
    }
  }

  @Test
  void aFrameOverTheLimitIsToldAndTheConnectionClosed() {
    try (var client = BridgeClient.guest(forum)) {
      client.write("{\"type\":\"ping\",\"x\":\"" + "x".repeat(2048) + "\"}");
      assertThat(client.error().getInteger("failureCode")).isEqualTo(413);
      assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATION);
    }
  }

  @Test
  void aFrameOfAMegabyteIsNotEvenRead() {
    try (var client = BridgeClient.guest(forum)) {
      client.write("x".repeat(1 << 20));
      // the reset of a connection that is still written to may overtake the reason
      assertThat(client.closeCode()).isIn(TOO_BIG, BridgeClient.ABNORMAL);
    }
  }

  @Test
  void framesOverTheRateAreRefusedUntilTheSecondIsOver() {
    try (var client = BridgeClient.guest(forum)) {
      for (var i = 0; i < 25; i++) {
        client.write("{\"type\":\"unregister\",\"address\":\"index\"}");
      }
      var refused = client.error();
      assertThat(refused.getInteger("failureCode")).isEqualTo(429);
      assertThat(refused.getString("message")).contains("20 frames a second");
      await()
          .atMost(Duration.ofSeconds(3))
          .until(() -> client.refusal("nowhere", new JsonObject()) == 403);
    }
  }

  @Test
  void aFloodIsToldAndTheConnectionClosed() {
    try (var client = BridgeClient.guest(forum)) {
      for (var i = 0; i < 2_000; i++) {
        client.write("{");
      }
      assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATION);
      assertThat(client.untaken()).hasSizeLessThanOrEqualTo(41);
      assertThat(client.next(frame -> frame.getInteger("failureCode") == 429)).isNotNull();
    }
  }

  @Test
  void aConnectionListensToSoManyAddresses() {
    var author = forum.member();
    var topics =
        Stream.generate(() -> "topic." + author.topic("Many", "Text").getLong("id"))
            .limit(4)
            .toList();
    try (var client = BridgeClient.guest(forum)) {
      topics.subList(0, 3).forEach(client::listen);
      client.listen(topics.get(2));
      assertThat(client.register(topics.get(3)).error().getInteger("failureCode")).isEqualTo(429);
      client.unregister(topics.get(0)).listen(topics.get(3));
    }
  }

  @Test
  void aMemberHasSoManyConnections() {
    var ann = forum.member();
    try (var first = BridgeClient.of(forum, ann).listen("user." + ann.id());
        var second = BridgeClient.of(forum, ann).listen("user." + ann.id());
        var third = BridgeClient.of(forum, ann).register("user." + ann.id())) {
      assertThat(third.error().getInteger("failureCode")).isEqualTo(429);
      second.hangUp();
      await()
          .until(
              () -> {
                third.register("user." + ann.id());
                return third.refusal("nowhere", new JsonObject()) == 403;
              });
      first.listen("index");
    }
  }

  @Test
  void theLimitOfAMemberIsThatOfAllPortsAndEventLoops() {
    var ann = forum.member();
    var address = "user." + ann.id();
    var open = BridgeClient.options(forum.port());
    try (var first = BridgeClient.open(forum.vertx(), open).withToken(ann.token()).listen(address);
        var second = BridgeClient.open(forum.vertx(), open).withToken(ann.token()).listen(address);
        var third = BridgeClient.of(forum, ann).register(address)) {
      assertThat(third.error().getInteger("failureCode")).isEqualTo(429);
      first.listen("index");
      second.listen("index");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneAddressHasSoManyGuests(boolean publicPort) {
    var address = publicPort ? "192.0.2.1" : "192.0.2.2";
    try (var first = guestAt(address, publicPort).listen("index");
        var second = guestAt(address, publicPort).listen("index");
        var third = guestAt(address, publicPort);
        var elsewhere = guestAt("192.0.2.3", publicPort).listen("index")) {
      assertThat(third.error().getInteger("failureCode")).isEqualTo(429);
      assertThat(third.closeCode()).isEqualTo(POLICY_VIOLATION);
      first.hangUp();
      await().until(() -> isWelcome(address, publicPort));
      second.listen(topic);
      elsewhere.listen(topic);
    }
  }

  @Test
  void whoeverSignsInIsNoGuestAnyMore() {
    var address = "192.0.2.4";
    var ann = forum.member();
    try (var first = guestAt(address, false).listen("index");
        var second = guestAt(address, true).listen("index")) {
      assertThat(isWelcome(address, true)).isFalse();
      second.withToken(ann.token()).listen("user." + ann.id());
      await().until(() -> isWelcome(address, true));
      first.listen(topic);
    }
  }

  private static BridgeClient guestAt(String address, boolean publicPort) {
    var options = BridgeClient.options(publicPort ? forum.port() : forum.bridgePort());
    return BridgeClient.open(forum.vertx(), options.addHeader("x-forwarded-for", address));
  }

  private static boolean isWelcome(String address, boolean publicPort) {
    try (var client = guestAt(address, publicPort)) {
      client.post("nowhere", new JsonObject());
      return client.error().getInteger("failureCode") == 403;
    }
  }

  @Test
  void aMemberSaysSoMuchAMinute() {
    var ann = forum.member();
    var roomId =
        ann.post("/api/chat/new", JsonObject.of("userId", forum.member().id()))
            .json()
            .getString("roomId");
    try (var client = BridgeClient.of(forum, ann)) {
      client.send("chat.send", saying(roomId));
      client.send("chat.send", saying(roomId));
      var refused = client.ask("chat.send", saying(roomId));
      assertThat(refused.getInteger("failureCode")).isEqualTo(429);
      assertThat(refused.getInteger("retryAfter")).isBetween(1, 60);
    }
  }

  private static JsonObject saying(String roomId) {
    var clientId = UUID.randomUUID().toString();
    return JsonObject.of("roomId", roomId, "content", "Hm", "clientId", clientId);
  }

  @Test
  void whoeverIsSilentIsPingedAndThenGone() {
    try (var client = BridgeClient.guest(forum)) {
      assertThat(client.next(frame -> true)).isEqualTo(JsonObject.of("type", "ping"));
      assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATION);
      assertThat(client.error().getString("message")).isEqualTo("Nothing came for 2 seconds.");
    }
  }

  @Test
  void whoeverAnswersThePingsStays() {
    try (var silent = BridgeClient.guest(forum);
        var client = BridgeClient.guest(forum)) {
      while (!silent.isClosed()) {
        client.next(frame -> "ping".equals(frame.getString("type")));
        client.write("{\"type\":\"ping\"}");
      }
      client.listen("index");
    }
  }

  @Test
  void oneProcessHoldsSoManyConnections() {
    try (var small = Forum.with(Map.of("PARLEY_BRIDGE_CONNECTIONS", "1"));
        var client = BridgeClient.guest(small).listen("index")) {
      assertThatThrownBy(() -> BridgeClient.guest(small).close())
          .cause()
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class,
              refused -> assertThat(refused.getStatus()).isEqualTo(503));
      client.listen(topic);
    }
  }
}

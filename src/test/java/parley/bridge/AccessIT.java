package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

/** Who may send and listen to what. */
class AccessIT {

  private static final Forum FORUM = Forum.shared();

  private final Client ann = FORUM.member();
  private final String roomId =
      ann.post("/api/chat/new", JsonObject.of("userId", FORUM.member().id()))
          .json()
          .getString("roomId");

  /** A stranger of some kind, and how they are refused. */
  private record Stranger(String name, String token, int code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Stranger> strangers() {
    var revoked = FORUM.member();
    revoked.post("/api/logout").expect(204);
    return Stream.of(
        new Stranger("a third member", FORUM.member().token(), 404),
        new Stranger("a guest", null, 401),
        new Stranger("a forged token", forged(FORUM.member().token()), 401),
        new Stranger("no token at all", "nonsense", 401),
        new Stranger("a revoked session", revoked.token(), 401));
  }

  /** With one character of its signature changed. */
  private static String forged(String token) {
    var at = token.length() - 10;
    var other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void aStrangerNeitherJoinsNorSpeaksNorListens(Stranger stranger) {
    try (var client = BridgeClient.guest(FORUM).withToken(stranger.token());
        var member = BridgeClient.of(FORUM, ann)) {
      var room = JsonObject.of("roomId", roomId);
      assertThat(client.refusal("chat.join", room)).isEqualTo(stranger.code());
      assertThat(client.refusal("chat.typing", room)).isEqualTo(stranger.code());
      assertThat(client.refusal("chat.read", room.copy().put("messageId", 1)))
          .isEqualTo(stranger.code());
      assertThat(client.refusal("chat.send", saying("Let me in"))).isEqualTo(stranger.code());
      client.register("chat.room." + roomId);
      var refused = client.error();
      assertThat(refused.getString("address")).isEqualTo("chat.room." + roomId);
      assertThat(refused.getInteger("failureCode")).isEqualTo(stranger.code());

      member.send("chat.send", saying("Between us"));
      client.refusal("chat.join", room);
      assertThat(client.untaken()).isEmpty();
      assertThat(ann.post("/api/chat/messages", room).items()).hasSize(1);
    }
  }

  @Test
  void onlyTheMemberListensToTheirOwnAddress() {
    var ben = FORUM.member();
    try (var client = BridgeClient.of(FORUM, ben);
        var guest = BridgeClient.guest(FORUM)) {
      assertThat(client.register("user." + ann.id()).error().getInteger("failureCode"))
          .isEqualTo(403);
      assertThat(guest.register("user." + ann.id()).error().getInteger("failureCode"))
          .isEqualTo(401);
      client.listen("user." + ben.id());
    }
  }

  @Test
  void thereAreNoOtherRooms() {
    try (var client = BridgeClient.of(FORUM, ann)) {
      var unknown = UUID.randomUUID();
      assertThat(client.refusal("chat.join", JsonObject.of("roomId", unknown.toString())))
          .isEqualTo(404);
      assertThat(client.register("chat.room." + unknown).error().getInteger("failureCode"))
          .isEqualTo(404);
      assertThat(client.register("chat.room.1-1-1-1-1").error().getInteger("failureCode"))
          .isEqualTo(404);
      assertThat(client.register("chat.room.*").error().getInteger("failureCode")).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chat.room", "parley.topic", "parley.session.revoked", "", "topic", "*", "chat."})
  void nobodyListensToWhatIsNotListed(String address) {
    try (var client = BridgeClient.of(FORUM, ann)) {
      assertThat(client.register(address).error().getInteger("failureCode")).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.",
        "indexes",
        "topic.",
        "topic.0",
        "topic.x",
        "topic.1.2",
        "topic.99999999"
      })
  void nobodyListensToWhatCannotBe(String address) {
    try (var client = BridgeClient.of(FORUM, ann)) {
      assertThat(client.register(address).error().getInteger("failureCode")).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "topic.1", "user.1", "parley.session.revoked", "chat.sends"})
  void nobodySendsAnywhereElse(String address) {
    try (var client = BridgeClient.of(FORUM, ann)) {
      assertThat(client.refusal(address, new JsonObject())).isEqualTo(403);
    }
  }

  @Test
  void anyoneMayAskWhetherTheConnectionLives() {
    var topic = "topic." + ann.topic("Quiet", "Nobody writes here").getLong("id");
    try (var guest = BridgeClient.guest(FORUM)) {
      assertThat(guest.register(topic).send("bridge.ping", new JsonObject()))
          .isEqualTo(new JsonObject());
      assertThat(guest.untaken()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "chat.send", "chat.typing", "parley.topic"})
  void nobodyPublishes(String address) {
    var topic = "topic." + ann.topic("Quiet", "Nobody writes here").getLong("id");
    try (var listener = BridgeClient.guest(FORUM).listen(topic);
        var client = BridgeClient.of(FORUM, ann)) {
      var refused = client.publish(address, saying("Hear, hear")).error();
      assertThat(refused.getInteger("failureCode")).isEqualTo(403);
      client.publish(topic, JsonObject.of("type", "topicDeleted")).error();
      listener.refusal("chat.join", new JsonObject());
      assertThat(listener.untaken()).isEmpty();
    }
  }

  @Test
  void aConnectionStaysWithTheSessionThatItBeganWith() {
    var ben = FORUM.member();
    try (var client = BridgeClient.of(FORUM, ann).listen("user." + ann.id())) {
      client.withToken(ben.token());
      assertThat(client.refusal("chat.join", JsonObject.of("roomId", roomId))).isEqualTo(403);
    }
  }

  @Test
  void theFirstTokenHoldsForFramesWithoutOne() {
    try (var client = BridgeClient.of(FORUM, ann).listen("user." + ann.id())) {
      client.withToken(null);
      client.send("chat.join", JsonObject.of("roomId", roomId));
    }
  }

  private JsonObject saying(String content) {
    return JsonObject.of(
        "roomId", roomId, "content", content, "clientId", UUID.randomUUID().toString());
  }
}

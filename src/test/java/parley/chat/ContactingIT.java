package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.bridge.BridgeClient;
import parley.member.Role;

/** What strangers learn of members, and who may write to them. */
class ContactingIT {

  private static Forum forum;

  private final Client ann = forum.member();
  private final Client ben = forum.member();

  @BeforeAll
  static void start() {
    forum =
        Forum.with(
            Map.of(
                "PARLEY_BRIDGE_OFFLINE_SECONDS", "0",
                "PARLEY_LIMITS_ENABLED", "true",
                // others on the same Redis count registrations too
                "PARLEY_REDIS_URL", Forum.shared().redisUri() + "/2",
                "PARLEY_LIMITS_REGISTER_PER_NETWORK", "10000",
                "PARLEY_LIMITS_ROOM_PER_ACCOUNT", "10",
                "PARLEY_LIMITS_ROOM_PER_NETWORK", "10000"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @Test
  void newConversationsAreLimitedAndFewerForNewMembers() {
    var others = IntStream.range(0, 11).mapToObj(i -> forum.member()).toList();
    open(ann, others.get(0)).expect(201);
    open(ann, others.get(1)).expect(201);
    assertThat(open(ann, others.get(2)).expectProblem(429).header("retry-after")).isNotNull();
    open(ann, others.get(0)).expect(200);

    forum.sql(
        "UPDATE member SET created_at = TIMESTAMPADD(DAY, -2, created_at) WHERE id = ?", ben.id());
    others.subList(0, 10).forEach(other -> open(ben, other).expect(201));
    open(ben, others.get(10)).expectProblem(429);
    open(ben, others.get(9)).expect(200);
  }

  @Test
  void theOtherOneSeesARoomOnceSomethingIsSaid() {
    var room = room(ann, ben);
    assertThat(contacts(ann)).hasSize(1);
    assertThat(contacts(ben)).isEmpty();
    try (var bus = BridgeClient.of(forum, ann)) {
      say(bus, room, "Hello");
    }
    assertThat(contacts(ben)).hasSize(1);
    assertThat(contacts(ben).get(0).getLong("unread")).isEqualTo(1);
  }

  @Test
  void whoeverOpensAnEmptyRoomOfAnotherSeesIt() {
    var room = room(ann, ben);
    assertThat(open(ben, ann).expect(200).json().getString("roomId")).isEqualTo(room);
    assertThat(contacts(ben)).hasSize(1);
  }

  @Test
  void whoDoesNotUseTheRoomShowsNothingInIt() {
    var room = room(ann, ben);
    var address = "chat.room." + room;
    try (var spy = BridgeClient.of(forum, ann).listen(address);
        var bens = BridgeClient.of(forum, ben).listen("user." + ben.id())) {
      awaitOnline(ben);
      assertThat(isOnline(ann)).isFalse();
      assertThat(spy.send("chat.join", roomId(room)).getBoolean("online")).isFalse();
      say(spy, room, "Are you there?");
      bens.event("user." + ben.id(), "message");
      assertThat(isOnline(ann)).isFalse();
      assertThat(spy.untaken()).noneMatch(frame -> isPresenceOf(frame, ben));

      // he looks at what she wrote
      bens.send("chat.join", roomId(room));
      spy.next(frame -> isPresenceOf(frame, ben));
      assertThat(isOnline(ann)).isTrue();
    }
  }

  @Test
  void aMemberMayHideThatTheyAreOnline() {
    var room = room(ann, ben);
    open(ben, ann).expect(200);
    var address = "chat.room." + room;
    try (var anns = BridgeClient.of(forum, ann).listen(address)) {
      try (var bens = BridgeClient.of(forum, ben).listen(address)) {
        anns.next(frame -> isPresenceOf(frame, ben));
        assertThat(isOnline(ann)).isTrue();

        privacy(ben, JsonObject.of("showPresence", false)).expect(200);
        var gone = anns.next(frame -> isPresenceOf(frame, ben));
        assertThat(gone.getJsonObject("body").getBoolean("online")).isFalse();
        assertThat(isOnline(ann)).isFalse();
        assertThat(anns.send("chat.join", roomId(room)).getBoolean("online")).isFalse();
        assertThat(isOnline(ben)).as("he still sees her").isTrue();
        bens.send("chat.join", roomId(room));
        say(bens, room, "Only a word");
        anns.event(address, "message");
      }
      try (var again = BridgeClient.of(forum, ben).listen(address)) {
        say(again, room, "Another word");
        anns.event(address, "message");
        assertThat(anns.untaken()).noneMatch(frame -> isPresenceOf(frame, ben));

        privacy(ben, JsonObject.of("showPresence", true)).expect(200);
        anns.next(frame -> isPresenceOf(frame, ben));
        assertThat(isOnline(ann)).isTrue();
      }
    }
  }

  @Test
  void whoWantsNoMessagesGetsNone() {
    var room = room(ann, ben);
    privacy(ben, JsonObject.of("messagesFrom", "nobody")).expect(200);
    open(forum.member(), ben).expectProblem(403);
    open(ann, ben).expect(200);
    try (var bus = BridgeClient.of(forum, ann)) {
      assertThat(bus.refusal("chat.send", message(room, "Hello"))).isEqualTo(403);
      assertThat(contacts(ben)).isEmpty();
      privacy(ben, JsonObject.of("messagesFrom", "everyone")).expect(200);
      say(bus, room, "Hello");
      privacy(ben, JsonObject.of("messagesFrom", "nobody")).expect(200);
      assertThat(bus.refusal("chat.send", message(room, "Again"))).isEqualTo(403);
    }
  }

  @Test
  void whoWantsMessagesOfThoseTheyWroteToGetsTheirs() {
    privacy(ben, JsonObject.of("messagesFrom", "known")).expect(200);
    open(ann, ben).expectProblem(403);
    var room = room(ben, ann);
    try (var anns = BridgeClient.of(forum, ann);
        var bens = BridgeClient.of(forum, ben)) {
      assertThat(anns.refusal("chat.send", message(room, "Now?"))).isEqualTo(403);
      say(bens, room, "Write to me");
      say(anns, room, "Here I am");
    }
  }

  @Test
  void whoeverModeratesMayAlwaysWrite() {
    privacy(ben, JsonObject.of("messagesFrom", "nobody")).expect(200);
    open(forum.member(Role.MODERATOR), ben).expect(201);
  }

  @Test
  void theChoicesAreOnesOwnAndChecked() {
    assertThat(ann.get("/api/setting/privacy").expect(200).json())
        .isEqualTo(JsonObject.of("showPresence", true, "messagesFrom", "everyone"));
    privacy(ann, JsonObject.of("messagesFrom", "known")).expect(200);
    privacy(ann, JsonObject.of("showPresence", false)).expect(200);
    privacy(ann, new JsonObject()).expect(200);
    assertThat(ann.get("/api/setting/privacy").json())
        .isEqualTo(JsonObject.of("showPresence", false, "messagesFrom", "known"));
    assertThat(ben.get("/api/setting/privacy").json().getBoolean("showPresence")).isTrue();

    privacy(ann, JsonObject.of("messagesFrom", "somebody"))
        .expectProblem(422, "messagesFrom:invalid");
    privacy(ann, JsonObject.of("showPresence", "no")).expectProblem(422, "showPresence:invalid");
    privacy(ann, JsonObject.of("userId", ben.id())).expectProblem(422, "userId:unknown");
    privacy(forum.guest(), new JsonObject()).expectProblem(401);
    forum.guest().get("/api/setting/privacy").expectProblem(401);
  }

  private static Response open(Client who, Client with) {
    return who.post("/api/chat/new", Chats.with(with.id()));
  }

  private static String room(Client who, Client with) {
    return open(who, with).expect(201).json().getString("roomId");
  }

  private static Response privacy(Client who, JsonObject change) {
    return who.put("/api/setting/privacy", change);
  }

  private static List<JsonObject> contacts(Client who) {
    return who.post("/api/chat/contacts").expect(200).items();
  }

  /** As this member sees their only contact. */
  private static boolean isOnline(Client who) {
    return contacts(who).get(0).getBoolean("online");
  }

  private static void awaitOnline(Client who) {
    var other = forum.member();
    open(who, other).expect(201);
    open(other, who).expect(200);
    await().until(() -> isOnline(other));
  }

  private static boolean isPresenceOf(JsonObject frame, Client who) {
    var body = frame.getJsonObject("body");
    return body != null
        && "presence".equals(body.getString("type"))
        && Long.valueOf(who.id()).equals(body.getLong("userId"));
  }

  private static JsonObject roomId(String room) {
    return JsonObject.of("roomId", room);
  }

  private static JsonObject message(String room, String content) {
    var clientId = UUID.randomUUID().toString();
    return roomId(room).put("content", content).put("clientId", clientId);
  }

  private static void say(BridgeClient bus, String room, String content) {
    assertThat(bus.send("chat.send", message(room, content)).getString("content"))
        .isEqualTo(content);
  }
}

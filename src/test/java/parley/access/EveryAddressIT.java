package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.bridge.BridgeClient;
import parley.bridge.RuleNames;
import parley.member.Role;

/**
 * Walks every address of the event-bus bridge with a board that some may see: the others hear
 * nothing of it, and who loses the right hears nothing more.
 */
class EveryAddressIT {

  private static final Forum FORUM = Forum.shared();

  private final PrivateBoard secret = new PrivateBoard(FORUM);
  private final String address = "topic." + secret.topic;
  private final Client outsider = FORUM.member();

  @AfterEach
  void openAgain() {
    secret.seenBy(Group.EVERYONE);
  }

  @Test
  void thereAreNoOtherAddresses() {
    assertThat(RuleNames.listening(FORUM.rules()))
        .isEqualTo(Set.of("index", "topic.", "user.", "chat.room."));
  }

  @Test
  void aTopicIsRefusedAsIfItDidNotExist() {
    for (var token : new String[] {null, outsider.token()}) {
      try (var client = BridgeClient.guest(FORUM).withToken(token)) {
        var refused = client.register(address).error();
        var nothing = client.register("topic.999999999999").error();
        assertThat(refused.getString("address")).isEqualTo(address);
        assertThat(refused.putNull("address")).isEqualTo(nothing.putNull("address"));
      }
    }
  }

  @Test
  void eventsReachOnlyWhoSeesTheBoard() {
    var open = outsider.topic("Open", "To all").getLong("id");
    try (var guest = BridgeClient.guest(FORUM).listen("index");
        var other = listening(outsider);
        var insider = listening(secret.insider()).listen(address)) {
      secret.insider.reply(secret.topic, "More " + secret.word);
      secret.insider.put(
          "/api/topic/" + secret.topic,
          JsonObject.of("content", "Changed " + secret.word, "version", 1));
      assertThat(insider.event(address, "replyAdded").encode()).contains(secret.word);
      assertThat(insider.event(address, "topicChanged").encode()).contains(secret.word);
      insider.event("index", "topicBumped");
      secret.insider.delete("/api/topic/" + secret.topic).expect(204);
      insider.event(address, "topicDeleted");
      outsider.reply(open, "Heard by all");
      for (var client : new BridgeClient[] {guest, other}) {
        client.next(frame -> isAbout(frame, open));
        assertThat(client.untaken()).noneMatch(this::tells);
      }
    }
  }

  /** At the index and their own address, as the client is. */
  private static BridgeClient listening(Client member) {
    return BridgeClient.of(FORUM, member).listen("user." + member.id()).listen("index");
  }

  private static boolean isAbout(JsonObject frame, long topic) {
    var body = frame.getJsonObject("body", new JsonObject());
    return body.getString("type", "").equals("topicBumped")
        && body.getJsonObject("topic").getLong("id") == topic;
  }

  private boolean tells(JsonObject frame) {
    return secret.isToldBy(frame.encode()) || secret.isNamedBy(frame);
  }

  @Test
  void whoLeavesTheGroupHearsNothingMore() {
    var insider = secret.insider();
    try (var client = listening(insider).listen(address)) {
      FORUM.access().leave(insider.id(), secret.group).await();
      insider.get("/api/topic/" + secret.topic).expectProblem(404);
      assertClosed(client);
    }
  }

  @Test
  void aBoardThatCloses() {
    var insider = secret.insider();
    secret.seenBy(Group.EVERYONE);
    try (var guest = BridgeClient.guest(FORUM).listen(address);
        var client = listening(insider).listen(address)) {
      FORUM.guest().get("/api/topic/" + secret.topic).expect(200);
      secret.seenBy(Group.ADMINS);
      FORUM.guest().get("/api/topic/" + secret.topic).expectProblem(404);
      insider.get("/api/topic/" + secret.topic).expectProblem(404);
      assertClosed(guest);
      assertClosed(client);
      secret.seenBy(secret.group);
    }
  }

  @Test
  void whoIsDemotedHearsNothingMore() {
    var moderator = FORUM.member(Role.MODERATOR);
    secret.seenBy(Group.MODERATORS);
    FORUM.access().join(secret.insider.id(), Group.MODERATORS).await();
    try (var client = listening(moderator).listen(address)) {
      moderator.get("/api/topic/" + secret.topic).expect(200);
      var member = FORUM.members().get(moderator.id()).await();
      FORUM.access().setRole(member, Role.MEMBER).await();
      moderator.get("/api/topic/" + secret.topic).expectProblem(404);
      assertClosed(client);
    }
  }

  @Test
  void aTopicThatMovesOutOfSight() {
    var open = Boards.add(FORUM);
    var author = secret.insider();
    var topic = Boards.topic(author, open, "On the move");
    var moving = "topic." + topic;
    try (var guest = BridgeClient.guest(FORUM).listen(moving);
        var insider = listening(author).listen(moving)) {
      author
          .put("/api/topic/" + topic, JsonObject.of("boardId", secret.board, "version", 1))
          .expect(200);
      insider.event(moving, "topicChanged");
      var closed = guest.error();
      assertThat(closed.getString("address")).isEqualTo(moving);
      assertThat(guest.untaken()).isEmpty();
    }
  }

  /** The registration is refused now, and nothing comes. */
  private void assertClosed(BridgeClient client) {
    var closed = client.error();
    assertThat(closed.getString("address")).isEqualTo(address);
    assertThat(closed.getInteger("failureCode")).isEqualTo(404);
    secret.insider.post("/api/reply/add", JsonObject.of("topicId", secret.topic, "content", "x"));
    client.send("bridge.ping", new JsonObject());
    assertThat(client.untaken()).noneMatch(frame -> address.equals(frame.getString("address")));
  }
}

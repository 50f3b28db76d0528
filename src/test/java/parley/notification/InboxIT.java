package parley.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.access.Group;
import parley.access.PrivateBoard;
import parley.board.Boards;
import parley.bridge.BridgeClient;

/** What members are told, by which act, and what they do with it. */
class InboxIT {

  /** The other tests write too, and the journal is read in order. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Forum forum = Forum.shared();
  private final Client ann = forum.member();
  private final Client bob = forum.member();
  private final long topic = ann.topic("Inbox", "Text").getLong("id");

  private static JsonObject inbox(Client who) {
    return who.get("/api/notifications").expect(200).json();
  }

  private static List<JsonObject> items(Client who) {
    return inbox(who).getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  /** The notifications of a kind, once there are so many. */
  private static List<JsonObject> of(Client who, String kind, int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> items(who).stream().filter(it -> it.getString("kind").equals(kind)).toList(),
            found -> found.size() == count);
  }

  private static void level(Client who, long topicId, String level) {
    who.put("/api/topic/" + topicId + "/watch", JsonObject.of("level", level)).expect(200);
  }

  @Test
  void theAuthorOfATopicIsToldOfRepliesAsOneNotification() {
    var first = bob.reply(topic, "First **answer**");
    var carol = forum.member();
    carol.reply(topic, "Second answer");
    ann.reply(topic, "My own answer tells me nothing");

    var told =
        await()
            .atMost(PATIENCE)
            .until(() -> of(ann, "reply", 1).get(0), it -> it.getLong("count") == 2);
    assertThat(told.getJsonObject("topic").getString("title")).isEqualTo("Inbox");
    assertThat(told.getJsonObject("reply").getLong("id")).isEqualTo(first.getLong("id"));
    assertThat(told.getString("excerpt")).isEqualTo("First answer");
    assertThat(told.getValue("readAt")).isNull();
    assertThat(told.getJsonArray("actors"))
        .extracting(actor -> ((JsonObject) actor).getLong("id"))
        .containsExactly(carol.id(), bob.id());
    assertThat(inbox(ann).getLong("unread")).isEqualTo(1);
  }

  @Test
  void aMentionIsToldOnceAndNotAlsoAsAReply() {
    var reply = bob.reply(topic, "Look, @" + ann.username());
    var told = of(ann, "mention", 1).get(0);
    assertThat(told.getJsonObject("reply").getLong("floor")).isEqualTo(1);
    bob.put(
            "/api/reply/" + reply.getLong("id"),
            JsonObject.of("content", "Look here, @" + ann.username(), "version", 1))
        .expect(200);
    bob.reply(topic, "Without");
    forum.caughtUp("following.notices");
    of(ann, "reply", 1);
    assertThat(of(ann, "mention", 1).get(0).getLong("count")).isEqualTo(1);
  }

  @Test
  void aMentionThatAnEditAddsIsTold() {
    var reply = bob.reply(topic, "Nobody");
    var carol = forum.member();
    bob.put(
            "/api/reply/" + reply.getLong("id"),
            JsonObject.of("content", "@" + carol.username(), "version", 1))
        .expect(200);
    assertThat(of(carol, "mention", 1)).hasSize(1);
  }

  @Test
  void likesOfAPostAreOneNotificationAndALikeIsToldOnce() {
    var path = "/api/topic/" + topic + "/like";
    bob.put(path).expect(200);
    forum.member().put(path).expect(200);
    await().atMost(PATIENCE).until(() -> of(ann, "like", 1).get(0), it -> it.getLong("count") == 2);

    ann.post("/api/notifications/read", new JsonObject()).expect(204);
    bob.delete(path).expect(200);
    bob.put(path).expect(200);
    forum.member().put(path).expect(200);
    var again = of(ann, "like", 2).get(0);
    assertThat(again.getLong("count")).isEqualTo(1);
  }

  @Test
  void whoWatchesATopicOrWroteInItIsToldAndWhoMutedItIsNot() {
    var watcher = forum.member();
    var muting = forum.member();
    level(watcher, topic, "watching");
    bob.reply(topic, "I wrote, so I watch");
    muting.reply(topic, "I wrote too");
    level(muting, topic, "muted");
    of(watcher, "watched", 1);
    var before = of(ann, "reply", 1).get(0).getLong("count");

    var carol = forum.member();
    carol.reply(topic, "News");
    await()
        .atMost(PATIENCE)
        .until(() -> of(bob, "watched", 1).get(0), it -> it.getLong("count") == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> of(ann, "reply", 1).get(0), it -> it.getLong("count") > before);
    assertThat(items(muting)).isEmpty();
    assertThat(items(carol)).isEmpty();
    assertThat(items(ann)).extracting(it -> it.getString("kind")).containsExactly("reply");
  }

  @Test
  void whoWatchesABoardIsToldOfNewTopicsThere() {
    var board = Boards.add(forum);
    var watcher = forum.member();
    watcher.put("/api/board/" + board + "/watch", JsonObject.of("level", "watching")).expect(200);
    var opened = Boards.topic(bob, board, "News of the board");
    var told = of(watcher, "watched", 1).get(0);
    assertThat(told.getJsonObject("topic").getLong("id")).isEqualTo(opened);
    assertThat(told.getValue("reply")).isNull();
  }

  @Test
  void aKindThatIsSwitchedOffIsNotTold() {
    ann.put("/api/notifications/settings", JsonObject.of("reply", JsonObject.of("app", false)))
        .expect(200);
    var settings = ann.get("/api/notifications/settings").expect(200).json();
    assertThat(settings.getJsonObject("reply").getBoolean("app")).isFalse();
    assertThat(settings.getJsonObject("like").getBoolean("app")).isTrue();
    bob.reply(topic, "Not told");
    bob.put("/api/topic/" + topic + "/like").expect(200);
    of(ann, "like", 1);
    forum.caughtUp("following.notices");
    assertThat(of(ann, "reply", 0)).isEmpty();
    ann.put("/api/notifications/settings", JsonObject.of("no", JsonObject.of("app", true)))
        .expect(422);
  }

  @Test
  void readingChangesWhatIsUnreadAndTellsOpenPages() {
    bob.reply(topic, "One");
    bob.put("/api/topic/" + topic + "/like").expect(200);
    of(ann, "like", 1);
    var like = of(ann, "like", 1).get(0).getLong("id");
    of(ann, "reply", 1);

    try (var page = BridgeClient.of(forum, ann).listen("user." + ann.id())) {
      ann.post("/api/notifications/read", JsonObject.of("ids", new JsonArray().add(like)))
          .expect(204);
      page.event("user." + ann.id(), "notification");
    }
    assertThat(inbox(ann).getLong("unread")).isEqualTo(1);
    assertThat(ann.get("/api/notifications?unread=true").items())
        .extracting(it -> it.getString("kind"))
        .containsExactly("reply");
    // nobody reads for somebody else
    var reply = of(ann, "reply", 1).get(0).getLong("id");
    bob.post("/api/notifications/read", JsonObject.of("ids", new JsonArray().add(reply)))
        .expect(204);
    assertThat(inbox(ann).getLong("unread")).isEqualTo(1);
    ann.post("/api/notifications/read", JsonObject.of("before", reply)).expect(204);
    assertThat(inbox(ann).getLong("unread")).isZero();
  }

  @Test
  void theInboxHasPages() {
    IntStream.range(0, 5)
        .forEach(n -> bob.put("/api/topic/" + ann.topic("T" + n, "X").getLong("id") + "/like"));
    of(ann, "like", 5);
    var first = ann.get("/api/notifications?limit=2").items();
    var rest = ann.get("/api/notifications?limit=9&before=" + first.get(1).getLong("id")).items();
    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(3).doesNotContainAnyElementsOf(first);
    ann.get("/api/notifications?limit=101").expect(422);
  }

  @Test
  void whatIsDeletedOrNoLongerSeenIsNoLongerShown() {
    var reply = bob.reply(topic, "Gone soon");
    of(ann, "reply", 1);
    bob.delete("/api/reply/" + reply.getLong("id")).expect(204);
    assertThat(items(ann)).isEmpty();
    assertThat(inbox(ann).getLong("unread")).isZero();
  }

  @Test
  void whoNoLongerSeesABoardIsToldNothingOfIt() {
    var secret = new PrivateBoard(forum);
    var insider = secret.insider();
    level(insider, secret.topic, "watching");
    secret.insider.reply(secret.topic, "For insiders");
    of(insider, "watched", 1);
    secret.seenBy(Group.ADMINS);
    assertThat(items(insider)).isEmpty();
    assertThat(inbox(insider).getLong("unread")).isZero();
  }
}

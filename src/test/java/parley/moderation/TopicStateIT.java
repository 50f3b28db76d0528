package parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.bridge.BridgeClient;
import parley.member.Role;

class TopicStateIT {

  private final Forum forum = Forum.shared();
  private final Client moderator = forum.member(Role.MODERATOR);
  private final Client author = forum.member();
  private final long board = Boards.add(forum);
  private final long topic = Boards.topic(author, board, Forum.unique("Standing"));

  private JsonObject set(Client who, long id, JsonObject state) {
    return who.put("/api/topic/" + id + "/state", state).expect(200).json();
  }

  private JsonObject read(Client who) {
    return who.get("/api/topic/" + topic).expect(200).json();
  }

  private List<Long> listed(Client who, String query) {
    return who.get("/api/index?" + query).expect(200).items().stream()
        .map(item -> item.getLong("id"))
        .toList();
  }

  @Test
  void onlyModeratorsChangeHowATopicStands() {
    var state = JsonObject.of("locked", true);
    author.put("/api/topic/" + topic + "/state", state).expectProblem(403);
    forum.guest().put("/api/topic/" + topic + "/state", state).expectProblem(401);
    moderator.put("/api/topic/999999999/state", state).expectProblem(404);
    moderator
        .put("/api/topic/" + topic + "/state", JsonObject.of("pinned", "x"))
        .expectProblem(422, "pinned:invalid");
    moderator
        .put("/api/topic/" + topic + "/state", JsonObject.of("reason", "x".repeat(501)))
        .expectProblem(422, "reason:too_long");
    assertThat(read(author).getBoolean("locked")).isFalse();
  }

  @Test
  void aLockedTopicTakesRepliesOfModeratorsOnly() {
    forum.guest().get("/api/topic/" + topic).expect(200);
    var state = set(moderator, topic, JsonObject.of("locked", true, "reason", "Settled"));
    assertThat(state).isEqualTo(JsonObject.of("pinned", "no", "locked", true, "hidden", false));
    var refused = author.post("/api/reply/add", JsonObject.of("topicId", topic, "content", "More"));
    assertThat(refused.expect(403).json().getString("type")).isEqualTo("/problems/locked");
    moderator.reply(topic, "The last word");
    var guests = read(forum.guest());
    assertThat(guests.getBoolean("locked")).isTrue();
    assertThat(guests.getJsonObject("lock").getString("reason")).isEqualTo("Settled");
    assertThat(guests.getJsonObject("lock").getJsonObject("by").getLong("id"))
        .isEqualTo(moderator.id());
    assertThat(read(author).getJsonObject("permissions").getBoolean("reply")).isFalse();
    assertThat(read(moderator).getJsonObject("permissions").getBoolean("reply")).isTrue();
    set(moderator, topic, JsonObject.of("locked", false));
    author.reply(topic, "Open again");
    assertThat(read(author).getValue("lock")).isNull();
    assertThat(log("topic.lock")).hasSize(1);
    assertThat(log("topic.lock").get(0).getString("reason")).isEqualTo("Settled");
    assertThat(log("topic.unlock")).hasSize(1);
  }

  private List<JsonObject> log(String action) {
    return forum
        .member(Role.ADMIN)
        .get("/api/admin/audit?targetType=topic&action=" + action + "&target=" + topic)
        .expect(200)
        .items();
  }

  @Test
  void pinnedTopicsComeFirstOnTheirPageAndOnNoOther() {
    var all = new ArrayList<>(List.of(topic));
    for (var i = 0; i < 6; i++) {
      all.add(Boards.topic(author, board, Forum.unique("Topic")));
    }
    forum.caughtUp();
    set(moderator, all.get(0), JsonObject.of("pinned", "board"));
    set(moderator, all.get(2), JsonObject.of("pinned", "board"));
    var shown = new ArrayList<Long>();
    for (var page = 1; page <= 3; page++) {
      shown.addAll(listed(author, "board=" + board + "&pageSize=3&page=" + page));
    }
    assertThat(shown)
        .containsExactly(
            all.get(2), all.get(0), all.get(6), all.get(5), all.get(4), all.get(3), all.get(1));
    assertThat(listed(forum.guest(), "board=" + board + "&pageSize=1&page=2"))
        .containsExactly(all.get(0));
    assertThat(listed(forum.guest(), "board=" + board + "&pageSize=1&page=3"))
        .containsExactly(all.get(6));
  }

  @Test
  void pinnedEverywhereIsFirstOfAll() {
    set(moderator, topic, JsonObject.of("pinned", "everywhere"));
    try {
      assertThat(listed(forum.guest(), "pageSize=20")).contains(topic);
      assertThat(listed(author, "board=" + board).get(0)).isEqualTo(topic);
      var first = author.get("/api/index?pageSize=100").items().get(0);
      assertThat(first.getString("pinned")).isEqualTo("everywhere");
    } finally {
      set(moderator, topic, JsonObject.of("pinned", "no"));
    }
    var item = author.get("/api/index?board=" + board).items().get(0);
    assertThat(item.getString("pinned")).isEqualTo("no");
  }

  @Test
  void onlyAFewArePinnedInOnePlace() {
    for (var i = 0; i < 20; i++) {
      var other = Boards.topic(author, board, Forum.unique("Pinned"));
      set(moderator, other, JsonObject.of("pinned", "board"));
    }
    moderator
        .put("/api/topic/" + topic + "/state", JsonObject.of("pinned", "board"))
        .expectProblem(409);
  }

  @Test
  void openPagesLearnOfAChange() {
    try (var guest = BridgeClient.guest(forum).listen("topic." + topic).listen("index")) {
      set(moderator, topic, JsonObject.of("locked", true));
      var event = guest.event("topic." + topic, "stateChanged");
      assertThat(event.getBoolean("locked")).isTrue();
      var row = guest.event("index", "topicChanged").getJsonObject("topic");
      assertThat(row.getBoolean("locked")).isTrue();
      set(moderator, topic, JsonObject.of("hidden", true));
      guest.event("topic." + topic, "topicDeleted");
      guest.event("index", "topicDeleted");
    }
  }

  @Test
  void whatIsHiddenIsThereForItsModeratorsAlone() {
    var reader = forum.member();
    var reply = reader.reply(topic, "In it").getLong("id");
    forum.guest().get("/api/topic/" + topic).expect(200);
    set(moderator, topic, JsonObject.of("hidden", true, "reason", "Advertising"));
    for (var who : List.of(author, reader, forum.guest())) {
      who.get("/api/topic/" + topic).expectProblem(404);
      assertThat(listed(who, "board=" + board)).doesNotContain(topic);
    }
    author.post("/api/topic/" + topic + "/restore").expectProblem(404);
    reader.put("/api/topic/" + topic + "/like").expectProblem(404);
    reader.delete("/api/reply/" + reply).expectProblem(404);
    reader.post("/api/reply/" + reply + "/restore").expectProblem(404);
    assertThat(read(moderator).getString("state")).isEqualTo("hidden");
    set(moderator, topic, JsonObject.of("hidden", false));
    assertThat(read(forum.guest()).getString("state")).isEqualTo("shown");
    assertThat(listed(forum.guest(), "board=" + board)).contains(topic);
  }

  @Test
  void whoseTopicIsHiddenIsToldWhyAndGetsTheText() {
    set(moderator, topic, JsonObject.of("hidden", true, "reason", "Advertising"));
    var inbox = author.get("/api/notifications").expect(200).json();
    var told = inbox.getJsonArray("items").getJsonObject(0);
    assertThat(told.getString("kind")).isEqualTo("moderation");
    assertThat(told.getJsonArray("actors")).isEmpty();
    var note = told.getJsonObject("note");
    assertThat(note.getString("action")).isEqualTo("hide");
    assertThat(note.getString("reason")).isEqualTo("Advertising");
    assertThat(note.getString("text")).isNotEmpty();
    assertThat(inbox.getInteger("unread")).isEqualTo(1);
  }
}

package parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.bridge.BridgeClient;
import parley.member.Role;

class RestoringIT {

  private final Forum forum = Forum.shared();
  private final Client moderator = forum.member(Role.MODERATOR);
  private final Client author = forum.member();
  private final Client helper = forum.member();
  private final long board = Boards.add(forum);
  private final long topic = Boards.topic(author, board, Forum.unique("Restored"));

  private JsonObject read() {
    return author.get("/api/topic/" + topic).expect(200).json();
  }

  private static String reply(long id) {
    return "/api/reply/" + id;
  }

  @Test
  void anAuthorTakesADeletionBackWithinADay() {
    var first = helper.reply(topic, "first").getLong("id");
    var second = helper.reply(topic, "second").getLong("id");
    try (var guest = BridgeClient.guest(forum).listen("topic." + topic)) {
      helper.delete(reply(second)).expect(204);
      guest.event("topic." + topic, "replyDeleted");
      author.post(reply(second) + "/restore").expectProblem(404);
      helper.post(reply(second) + "/restore").expect(204);
      assertThat(guest.event("topic." + topic, "replyRestored").getLong("floor")).isEqualTo(2);
    }
    helper.post(reply(second) + "/restore").expect(204);
    assertThat(read().getLong("replyCount")).isEqualTo(2);
    assertThat(floors()).containsExactly(1, 2);
    counts(0, 2);
    helper.delete(reply(first)).expect(204);
    forum.sql("UPDATE reply SET deleted_at = NOW() - INTERVAL 25 HOUR WHERE id = ?", first);
    helper.post(reply(first) + "/restore").expectProblem(409);
    moderator.post(reply(first) + "/restore").expect(204);
  }

  private List<Integer> floors() {
    return read().getJsonObject("replies").getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getInteger("floor"))
        .toList();
  }

  private void counts(long topics, long replies) {
    forum.caughtUp();
    var profile = helper.get("/api/user/" + helper.id()).expect(200).json();
    assertThat(profile.getLong("topicCount")).isEqualTo(topics);
    assertThat(profile.getLong("replyCount")).isEqualTo(replies);
    var rows = forum.sql("SELECT topic_count, reply_count FROM board WHERE id = ?", board);
    var actual =
        forum.sql(
            "SELECT COUNT(*) AS topics, COALESCE(SUM(reply_count), 0) AS replies FROM topic"
                + " WHERE state = 0 AND board_id = ?",
            board);
    assertThat(rows.get(0).getLong("topic_count")).isEqualTo(actual.get(0).getLong("topics"));
    assertThat(rows.get(0).getLong("reply_count"))
        .isEqualTo(Long.parseLong(actual.get(0).getValue("replies").toString()));
  }

  @Test
  void whatAModeratorDeletedTheyRestoreAndItsAuthorDoesNot() {
    var id = helper.reply(topic, "Buy this").getLong("id");
    moderator.delete(reply(id) + "?reason=Advertising").expect(204);
    helper.post(reply(id) + "/restore").expectProblem(404);
    var told = notice();
    assertThat(told.getJsonObject("note"))
        .isEqualTo(JsonObject.of("action", "delete", "reason", "Advertising", "text", "Buy this"));
    assertThat(told.getJsonObject("reply").getLong("id")).isEqualTo(id);
    moderator.post(reply(id) + "/restore").expect(204);
    assertThat(notice().getJsonObject("note").getString("action")).isEqualTo("restore");
    assertThat(floors()).containsExactly(1);
    var acts = log(id);
    assertThat(acts)
        .extracting(act -> act.getString("action"))
        .containsExactly("reply.restore", "reply.delete");
    assertThat(acts.get(1).getString("reason")).isEqualTo("Advertising");
  }

  private JsonObject notice() {
    return helper
        .get("/api/notifications")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private List<JsonObject> log(long reply) {
    return forum
        .member(Role.ADMIN)
        .get("/api/admin/audit?targetType=reply&target=" + reply)
        .expect(200)
        .items();
  }

  @Test
  void aDeletedTopicComesBackWithItsReplies() {
    helper.reply(topic, "In it");
    var gone = helper.reply(topic, "Deleted before").getLong("id");
    helper.delete(reply(gone)).expect(204);
    author.delete("/api/topic/" + topic).expect(204);
    counts(0, 0);
    helper.post("/api/topic/" + topic + "/restore").expectProblem(404);
    author.post("/api/topic/" + topic + "/restore").expect(204);
    assertThat(read().getLong("replyCount")).isEqualTo(1);
    assertThat(floors()).containsExactly(1);
    counts(0, 1);
  }

  @Test
  void aReplyThatIsDeletedInAHiddenTopicIsCountedOnceItIsShown() {
    helper.reply(topic, "stays");
    var gone = helper.reply(topic, "goes").getLong("id");
    var state = "/api/topic/" + topic + "/state";
    moderator.put(state, JsonObject.of("hidden", true)).expect(200);
    moderator.delete(reply(gone)).expect(204);
    counts(0, 0);
    moderator.put(state, JsonObject.of("hidden", false)).expect(200);
    counts(0, 1);
    moderator.post(reply(gone) + "/restore").expect(204);
    counts(0, 2);
  }

  @Test
  void afterThirtyDaysTheTextIsErased() {
    var id = helper.reply(topic, "To be forgotten").getLong("id");
    var other = Boards.topic(author, board, "Whole topic");
    helper.reply(other, "Goes with it");
    helper.delete(reply(id)).expect(204);
    author.delete("/api/topic/" + other).expect(204);
    for (var table : List.of("reply", "topic")) {
      forum.sql(
          "UPDATE "
              + table
              + " SET deleted_at = NOW() - INTERVAL 31 DAY WHERE state = 3 AND author_id IN (?, ?)",
          author.id(),
          helper.id());
    }
    forum.run(Moderation.ERASE);
    moderator.post(reply(id) + "/restore").expectProblem(409);
    moderator.post("/api/topic/" + other + "/restore").expectProblem(409);
    var left =
        forum.sql(
            "SELECT (SELECT COUNT(*) FROM reply WHERE content <> '' AND (id = ? OR topic_id = ?))"
                + " + (SELECT COUNT(*) FROM topic WHERE (content <> '' OR title <> '') AND id = ?)"
                + " AS texts",
            id,
            other,
            other);
    assertThat(left.get(0).getLong("texts")).isZero();
  }

  @Test
  void moderatorsOfOneBoardActOnlyThere() {
    var group = forum.access().addGroup(Forum.unique("Board's moderators")).await();
    var local = forum.member();
    forum.access().join(local.id(), group).await();
    Boards.moderatedBy(forum, board, group);
    var elsewhere = author.topic("Elsewhere", "Text").getLong("id");
    local.put("/api/topic/" + topic + "/state", JsonObject.of("locked", true)).expect(200);
    local
        .put("/api/topic/" + elsewhere + "/state", JsonObject.of("locked", true))
        .expectProblem(403);
    local.delete("/api/topic/" + elsewhere).expectProblem(403);
    local.delete("/api/topic/" + topic).expect(204);
    local.post("/api/topic/" + topic + "/restore").expect(204);
  }
}

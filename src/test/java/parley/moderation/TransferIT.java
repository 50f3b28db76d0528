package parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.access.PrivateBoard;
import parley.board.Boards;
import parley.member.Role;
import parley.search.Searches;

class TransferIT {

  private final Forum forum = Forum.shared();
  private final Client moderator = forum.member(Role.MODERATOR);
  private final Client author = forum.member();
  private final Client helper = forum.member();
  private final long board = Boards.add(forum);
  private final String word = Forum.unique("transferred");
  private final long topic = Boards.topic(author, board, word);

  private JsonObject read(long id) {
    return author.get("/api/topic/" + id).expect(200).json();
  }

  private List<JsonObject> replies(long id) {
    return read(id).getJsonObject("replies").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private List<Long> replyIds(long id) {
    return replies(id).stream().map(reply -> reply.getLong("id")).toList();
  }

  private static String path(long id, String act) {
    return "/api/topic/" + id + "/" + act;
  }

  private void assertLeads(String from, String to) {
    var answer = author.get("/api/topic/" + from).expect(301);
    assertThat(answer.header("location")).isEqualTo("/api/topic/" + to);
    var page = forum.guest().get("/topic/" + from).expect(301);
    assertThat(page.header("location")).isEqualTo("/topic/" + to);
  }

  private void assertCounts(long boardId) {
    forum.caughtUp();
    var kept = forum.sql("SELECT topic_count, reply_count FROM board WHERE id = ?", boardId).get(0);
    var real =
        forum
            .sql(
                "SELECT COUNT(*) AS topics, CAST(COALESCE(SUM(reply_count), 0) AS SIGNED) AS replies"
                    + " FROM topic WHERE state = 0 AND board_id = ?",
                boardId)
            .get(0);
    assertThat(kept.getLong("topic_count")).isEqualTo(real.getLong("topics"));
    assertThat(kept.getLong("reply_count")).isEqualTo(real.getLong("replies"));
    var days =
        forum.sql(
            "SELECT CAST(COALESCE(SUM(topics), 0) AS SIGNED) AS topics FROM topic_day WHERE board_id = ?",
            boardId);
    assertThat(days.get(0).getLong("topics")).isEqualTo(real.getLong("topics"));
    var wrong =
        forum.sql(
            "SELECT t.id FROM topic t WHERE t.board_id = ? AND t.reply_count <> (SELECT COUNT(*)"
                + " FROM reply r WHERE r.topic_id = t.id AND r.state = 0)",
            boardId);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTopicMovesWithItsReplies() {
    var other = Boards.add(forum);
    helper.reply(topic, "With it");
    moderator.post(path(topic, "move"), JsonObject.of("boardId", other)).expect(204);
    moderator.post(path(topic, "move"), JsonObject.of("boardId", other)).expect(204);
    assertThat(read(topic).getJsonObject("board").getLong("id")).isEqualTo(other);
    assertCounts(board);
    assertCounts(other);
    assertThat(note(author)).isEqualTo(JsonObject.of("action", "move", "text", ""));
    author.post(path(topic, "move"), JsonObject.of("boardId", board)).expectProblem(403);
    moderator
        .post(path(topic, "move"), JsonObject.of("boardId", 999_999_999))
        .expectProblem(422, "boardId:unknown");
    var secret = new PrivateBoard(forum);
    moderator
        .post(path(topic, "move"), JsonObject.of("boardId", secret.board))
        .expectProblem(422, "boardId:unknown");
    secret.seenBy(parley.access.Group.EVERYONE);
  }

  private static JsonObject note(Client who) {
    return who.get("/api/notifications")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getJsonObject(0)
        .getJsonObject("note");
  }

  @Test
  void aMergedTopicIsFoundWhereItsPostsAre() {
    var into = Boards.topic(helper, board, "Into this");
    author.reply(into, "Before");
    var first = helper.reply(topic, "One " + word).getLong("id");
    var gone = helper.reply(topic, "Two").getLong("id");
    helper.delete("/api/reply/" + gone).expect(204);
    var third = author.reply(topic, "@" + helper.username() + " three").getLong("id");
    helper.put("/api/topic/" + topic + "/like").expect(200);
    helper.put("/api/reply/" + third + "/like").expect(200);
    forum.member().put("/api/topic/" + topic + "/watch", JsonObject.of("level", "watching"));
    Searches.awaited(author, word, 2);
    forum.caughtUp("following.notices");
    forum.caughtUp("like.notices");
    moderator.post(path(topic, "merge"), JsonObject.of("into", into)).expect(204);
    var all = replies(into);
    assertThat(all).extracting(reply -> reply.getInteger("floor")).containsExactly(1, 2, 3, 5);
    assertThat(all.get(1).getLong("likes")).isEqualTo(1);
    assertThat(all.get(2).getLong("id")).isEqualTo(first);
    assertThat(all.get(3).getLong("likes")).isEqualTo(1);
    assertThat(read(into).getLong("replyCount")).isEqualTo(4);
    assertLeads(topic + "", into + "?floor=2");
    assertLeads(topic + "?floor=1", into + "?floor=3");
    assertLeads(topic + "?floor=3", into + "?floor=5");
    assertCounts(board);
    assertThat(Searches.awaited(author, word, 2)).hasSize(2);
    var mention =
        helper.get("/api/notifications").expect(200).json().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(item -> item.getString("kind").equals("mention"))
            .findFirst()
            .orElseThrow();
    assertThat(mention.getJsonObject("topic").getLong("id")).isEqualTo(into);
    assertThat(mention.getJsonObject("reply").getLong("floor")).isEqualTo(5);
    moderator.post(path(topic, "restore")).expectProblem(409);
    moderator.post(path(topic, "merge"), JsonObject.of("into", into)).expectProblem(404);
    helper.post("/api/reply/" + gone + "/restore").expect(204);
    assertThat(replies(into)).hasSize(5);
    assertCounts(board);
  }

  @Test
  void twoMergesLeadOn() {
    var second = Boards.topic(helper, board, "Second");
    var third = Boards.topic(helper, board, "Third");
    var reply = helper.reply(topic, "Wanders").getLong("id");
    moderator.post(path(topic, "merge"), JsonObject.of("into", second)).expect(204);
    moderator.post(path(second, "merge"), JsonObject.of("into", third)).expect(204);
    assertThat(replyIds(third)).contains(reply);
    assertLeads(topic + "?floor=1", third + "?floor=3");
    assertLeads(topic + "", third + "?floor=2");
    assertLeads(second + "?floor=2", third + "?floor=3");
    assertCounts(board);
  }

  @Test
  void aLargeTopicIsMergedInParts() {
    var into = Boards.topic(helper, board, "Into this");
    var values = new StringBuilder();
    LongStream.rangeClosed(1, 450)
        .forEach(
            floor ->
                values
                    .append(floor == 1 ? "" : ",")
                    .append(
                        "(%d,%d,%d,'x','<p>x</p>',99,NOW(3))"
                            .formatted(topic, floor, helper.id())));
    forum.sql(
        "INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at)"
            + " VALUES "
            + values);
    forum.sql("UPDATE topic SET last_floor = 450, reply_count = 450 WHERE id = ?", topic);
    forum.sql("UPDATE board SET reply_count = reply_count + 450 WHERE id = ?", board);
    moderator.post(path(topic, "merge"), JsonObject.of("into", into)).expect(204);
    assertThat(read(into).getLong("replyCount")).isEqualTo(451);
    assertLeads(topic + "?floor=450", into + "?floor=451");
    assertCounts(board);
  }

  @Test
  void aMergeThatWasInterruptedGoesOn() {
    var into = Boards.topic(helper, board, "Into this");
    helper.reply(topic, "Left behind");
    moderator.post(path(topic, "merge"), JsonObject.of("into", into)).expect(204);
    forum.sql("UPDATE topic_merge SET done_at = NULL WHERE topic_id = ?", topic);
    forum.run(Moderation.MERGE);
    assertThat(
            forum.sql(
                "SELECT 1 FROM topic_merge WHERE topic_id = ? AND done_at IS NOT NULL", topic))
        .hasSize(1);
  }

  @Test
  void mergingIsForModeratorsOfBothAndNotInCircles() {
    var into = Boards.topic(author, board, "Into this");
    author.post(path(topic, "merge"), JsonObject.of("into", into)).expectProblem(403);
    moderator.post(path(topic, "merge"), JsonObject.of("into", topic)).expect(422);
    moderator.post(path(topic, "merge"), JsonObject.of("into", 999_999_999)).expect(422);
    moderator.post(path(999_999_999, "merge"), JsonObject.of("into", into)).expectProblem(404);
    moderator.post(path(topic, "merge"), JsonObject.of("into", into)).expect(204);
    moderator.post(path(into, "merge"), JsonObject.of("into", topic)).expect(422);
  }

  @Test
  void repliesBecomeATopicOfTheirOwn() {
    var one = helper.reply(topic, "Another question").getLong("id");
    var two = author.reply(topic, "About the topic").getLong("id");
    var three = author.reply(topic, "An answer to that").getLong("id");
    author.put("/api/reply/" + one + "/like").expect(200);
    var split =
        JsonObject.of("replyIds", JsonArray.of(three, one), "title", "Another", "boardId", board);
    author.post(path(topic, "split"), split).expectProblem(403);
    moderator
        .post(path(topic, "split"), split.copy().put("replyIds", JsonArray.of(one, 999_999_999)))
        .expectProblem(422, "replyIds:unknown");
    var id = moderator.post(path(topic, "split"), split).expect(201).json().getLong("topicId");
    moderator.post(path(topic, "split"), split).expectProblem(422, "replyIds:unknown");
    var made = read(id);
    assertThat(made.getString("content")).isEqualTo("Another question");
    assertThat(made.getJsonObject("author").getLong("id")).isEqualTo(helper.id());
    assertThat(made.getLong("likes")).isEqualTo(1);
    assertThat(replyIds(id)).containsExactly(three);
    assertThat(replyIds(topic)).containsExactly(two);
    assertLeads(topic + "?floor=1", id + "");
    assertLeads(topic + "?floor=3", id + "?floor=1");
    assertThat(author.reply(topic, "Goes on").getInteger("floor")).isEqualTo(4);
    assertThat(author.reply(id, "Goes on").getInteger("floor")).isEqualTo(2);
    assertThat(author.get("/api/topic/" + topic + "?floor=4").expect(200).json()).isNotNull();
    assertCounts(board);
    forum.caughtUp();
    assertThat(author.get("/api/user/" + helper.id()).expect(200).json().getInteger("topicCount"))
        .isEqualTo(1);
  }

  @Test
  void whereItWasMovedOutOfSightNobodyIsLed() {
    var secret = new PrivateBoard(forum);
    var admin = forum.member(Role.ADMIN);
    admin.post(path(topic, "merge"), JsonObject.of("into", secret.topic)).expect(204);
    author.get("/api/topic/" + topic).expectProblem(404);
    forum.guest().get("/api/topic/" + topic).expectProblem(404);
    forum.guest().get("/topic/" + topic).expect(404);
    assertThat(secret.insider.get("/api/topic/" + topic).expect(301).header("location"))
        .isEqualTo("/api/topic/" + secret.topic + "?floor=2");
    secret.seenBy(parley.access.Group.EVERYONE);
  }
}

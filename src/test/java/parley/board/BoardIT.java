package parley.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class BoardIT {

  private final Forum forum = Forum.shared();
  private final long board = Boards.add(forum);
  private final Client author = forum.member();

  @Test
  void aFreshForumHasItsFourBoardsInTheirOrder() {
    var slugs =
        forum.guest().get("/api/topic/boards").expect(200).items().stream()
            .map(one -> one.getString("slug"))
            .toList();
    assertThat(slugs).startsWith("discussion", "questions", "featured", "announcements");
  }

  @Test
  void aBoardCountsItsTopicsAndReplies() {
    var topic = Boards.topic(author, board, "Counted");
    author.reply(topic, "one");
    author.reply(topic, "two");
    assertCounts(board, 1, 2);
  }

  @Test
  void aDeletedReplyIsNotCounted() {
    var topic = Boards.topic(author, board, "Shrinking");
    author.reply(topic, "stays");
    var goes = author.reply(topic, "goes").getLong("id");
    author.delete("/api/reply/" + goes).expect(204);
    assertCounts(board, 1, 1);
  }

  @Test
  void aDeletedTopicTakesItsRepliesFromTheCount() {
    var stays = Boards.topic(author, board, "Stays");
    author.reply(stays, "here");
    var goes = Boards.topic(author, board, "Goes");
    author.reply(goes, "one");
    author.reply(goes, "two");
    author.delete("/api/topic/" + goes).expect(204);
    assertCounts(board, 1, 1);
  }

  @Test
  void aTopicThatMovesTakesItsCountsAlong() {
    var other = Boards.add(forum);
    var topic = Boards.topic(author, board, "Moving");
    author.reply(topic, "along");
    author
        .put("/api/topic/" + topic, new JsonObject().put("boardId", other).put("version", 1))
        .expect(200);
    assertCounts(board, 0, 0);
    assertCounts(other, 1, 1);
  }

  private void assertCounts(long id, long topics, long replies) {
    var counts = Boards.find(forum, id);
    assertThat(counts.getLong("topicCount")).as("topics").isEqualTo(topics);
    assertThat(counts.getLong("replyCount")).as("replies").isEqualTo(replies);
  }
}

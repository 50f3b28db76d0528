package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.member.Role;

class DeletionIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final Client helper = forum.member();
  private long topic;

  @BeforeEach
  void openTopic() {
    topic = author.topic("Deletions", "Text").getLong("id");
  }

  @Test
  void theLastReplyIsTheLastOneThatIsLeft() {
    author.reply(topic, "first");
    var second = helper.reply(topic, "second").getLong("id");
    assertThat(lastReplyAuthor()).isEqualTo(helper.id());
    helper.delete("/api/reply/" + second).expect(204);
    assertThat(lastReplyAuthor()).isEqualTo(author.id());
    assertThat(read().getLong("replyCount")).isEqualTo(1);
  }

  @Test
  void deletingAnEarlierReplyLeavesTheLastOne() {
    var first = author.reply(topic, "first").getLong("id");
    helper.reply(topic, "second");
    author.delete("/api/reply/" + first).expect(204);
    assertThat(lastReplyAuthor()).isEqualTo(helper.id());
  }

  @Test
  void withoutRepliesThereIsNoLastOne() {
    var only = helper.reply(topic, "only").getLong("id");
    helper.delete("/api/reply/" + only).expect(204);
    assertThat(read().getValue("lastReply")).isNull();
    assertThat(read().getLong("replyCount")).isZero();
  }

  @Test
  void aMemberCountsWhatIsThere() {
    helper.reply(topic, "stays");
    var gone = helper.reply(topic, "goes").getLong("id");
    helper.delete("/api/reply/" + gone).expect(204);
    assertCounts(helper, 0, 1);

    author.reply(topic, "own");
    assertCounts(author, 1, 1);
    author.delete("/api/topic/" + topic).expect(204);
    assertCounts(author, 0, 0);
    assertCounts(helper, 0, 0);
  }

  @Test
  void aDeletedTopicIsNowhere() {
    var reply = helper.reply(topic, "with it").getLong("id");
    author.delete("/api/topic/" + topic).expect(204);

    forum.guest().get("/api/topic/" + topic).expectProblem(404);
    author.get("/api/topic/" + topic).expectProblem(404);
    author.delete("/api/topic/" + topic).expectProblem(404);
    helper.delete("/api/reply/" + reply).expectProblem(404);
    var profile = forum.guest().get("/api/user/" + helper.id()).expect(200).json();
    assertThat(profile.getJsonArray("recentReplies")).isEmpty();
  }

  @Test
  void onlyTheAuthorAndModeratorsDelete() {
    var reply = "/api/reply/" + helper.reply(topic, "protected").getLong("id");
    forum.guest().delete(reply).expectProblem(401);
    forum.guest().delete("/api/topic/" + topic).expectProblem(401);
    author.delete(reply).expectProblem(403);
    helper.delete("/api/topic/" + topic).expectProblem(403);

    var moderator = forum.member(Role.MODERATOR);
    moderator.delete(reply).expect(204);
    moderator.delete("/api/topic/" + topic).expect(204);
  }

  @Test
  void whatIsGoneOrNeverWasCannotBeDeleted() {
    var reply = "/api/reply/" + helper.reply(topic, "once").getLong("id");
    helper.delete(reply).expect(204);
    helper.delete(reply).expectProblem(404);
    helper.delete("/api/reply/987654321").expectProblem(404);
    helper.delete("/api/topic/987654321").expectProblem(404);
  }

  private JsonObject read() {
    return author.get("/api/topic/" + topic).expect(200).json();
  }

  private long lastReplyAuthor() {
    return read().getJsonObject("lastReply").getJsonObject("author").getLong("id");
  }

  private void assertCounts(Client member, long topics, long replies) {
    forum.caughtUp();
    var profile = member.get("/api/user/" + member.id()).expect(200).json();
    assertThat(profile.getLong("topicCount")).as("topics").isEqualTo(topics);
    assertThat(profile.getLong("replyCount")).as("replies").isEqualTo(replies);
  }
}

package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.access.BoardRights;
import parley.access.Group;
import parley.board.Boards;

/** Whether a mail about a mention that waits may still be sent. */
class MentionCheckIT {

  private final Forum forum = Forum.shared();
  private final MentionCheck check = new MentionCheck(forum.database(), forum.access());
  private final Client author = forum.member();
  private final Client mentioned = forum.member();
  private final long board = Boards.add(forum);
  private final long topic = Boards.topic(author, board, "Mentions");
  private final long reply = author.reply(topic, "@" + mentioned.username()).getLong("id");

  @Test
  void aMailGoesToWhoMayReadThePost() {
    assertThat(isSent(waiting())).isTrue();
  }

  @Test
  void noneGoesAfterTheBoardWasClosed() {
    see(Group.MODERATORS);
    assertThat(isSent(waiting())).isFalse();
    see(Group.EVERYONE);
    assertThat(isSent(waiting())).isTrue();
  }

  @Test
  void noneGoesAfterTheReplyWasDeleted() {
    author.delete("/api/reply/" + reply).expect(204);
    assertThat(isSent(waiting())).isFalse();
  }

  @Test
  void noneGoesAfterTheTopicWasDeleted() {
    author.delete("/api/topic/" + topic).expect(204);
    assertThat(isSent(waiting())).isFalse();
    assertThat(isSent(JsonObject.of("topicId", topic, "replyId", 0))).isFalse();
  }

  private JsonObject waiting() {
    return forum.mails(mentioned.email()).stream()
        .filter(mail -> mail.getString("kind").equals("mention"))
        .map(mail -> mail.getJsonObject("data"))
        .findFirst()
        .orElseThrow();
  }

  private boolean isSent(JsonObject data) {
    return check.objection(mentioned.id(), data).await().isEmpty();
  }

  private void see(long group) {
    forum
        .access()
        .setRights(
            new BoardRights(board, group, Group.MEMBERS, Group.MEMBERS, Set.of(Group.MODERATORS)))
        .await();
  }
}

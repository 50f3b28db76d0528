package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.member.Role;

class TopicIT {

  private final Forum forum = Forum.shared();

  @Test
  void aMemberOpensATopicThatEverybodyCanRead() {
    var author = forum.member();
    var topic = author.topic("A title", "Hello **world**");

    var read = forum.guest().get("/api/topic/" + topic.getLong("id")).expect(200).json();
    assertThat(read.getString("title")).isEqualTo("A title");
    assertThat(read.getString("html")).contains("<strong>world</strong>");
    assertThat(read.getJsonObject("author").getLong("id")).isEqualTo(author.id());
    assertThat(read.getJsonObject("permissions").getBoolean("edit")).isFalse();
    assertThat(topic.getJsonObject("permissions").getBoolean("edit")).isTrue();
  }

  @Test
  void whoHasMoreToSayHasARoleBesideTheirName() {
    var author = forum.member();
    var moderator = forum.member(Role.MODERATOR);
    var id = author.topic("Roles", "Who is who").getLong("id");
    moderator.reply(id, "I keep order");

    var read = forum.guest().get("/api/topic/" + id).expect(200).json();
    assertThat(read.getJsonObject("author").containsKey("role")).isFalse();
    var reply = read.getJsonObject("replies").getJsonArray("items").getJsonObject(0);
    assertThat(reply.getJsonObject("author").getString("role")).isEqualTo("moderator");
    assertThat(read.getJsonObject("lastReply").getJsonObject("author").getString("role"))
        .isEqualTo("moderator");
  }

  @Test
  void repliesGetFloorsThatAreNeverGivenTwice() {
    var author = forum.member();
    var id = author.topic("Floors", "One after the other").getLong("id");
    author.reply(id, "first");
    var second = author.reply(id, "second");
    author.delete("/api/reply/" + second.getLong("id")).expect(204);
    var third = author.reply(id, "third");

    assertThat(second.getLong("floor")).isEqualTo(2);
    assertThat(third.getLong("floor")).isEqualTo(3);
    var replies = forum.guest().get("/api/topic/" + id).json().getJsonObject("replies");
    assertThat(replies.getLong("total")).isEqualTo(2);
    assertThat(replies.getJsonArray("items"))
        .extracting(reply -> ((JsonObject) reply).getLong("floor"))
        .containsExactly(1L, 3L);
  }
}

package parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

class ProfileIT {

  private final Forum forum = Forum.shared();
  private final Client member = forum.member();
  private final String path = "/api/user/" + member.id();

  @Test
  void aNewMemberHasAnEmptyProfile() {
    var profile = forum.guest().get(path).expect(200).json();
    assertThat(profile.getString("username")).isEqualTo(member.username());
    assertThat(profile.getValue("image")).isNull();
    assertThat(profile.getString("signature")).isEmpty();
    assertThat(profile.getLong("topicCount")).isZero();
    assertThat(profile.getLong("replyCount")).isZero();
    assertThat(profile.getJsonArray("recentTopics")).isEmpty();
    assertThat(profile.getJsonArray("recentReplies")).isEmpty();
  }

  @Test
  void aPublicProfileDoesNotShowTheAddress() {
    assertThat(forum.guest().get(path).expect(200).body().toString()).doesNotContain("@");
    assertThat(forum.member().get(path).expect(200).body().toString()).doesNotContain("@");
  }

  @Test
  void theLastTenTopicsAreShownNewestFirst() {
    var opened =
        IntStream.range(0, 12)
            .mapToObj(n -> member.topic("Topic " + n, "Text").getLong("id"))
            .toList();
    forum.caughtUp();
    var profile = forum.guest().get(path).expect(200).json();
    assertThat(profile.getLong("topicCount")).isEqualTo(12);
    var shown =
        profile.getJsonArray("recentTopics").stream()
            .map(topic -> ((JsonObject) topic).getLong("id"));
    var expected = opened.subList(2, 12).stream().sorted((a, b) -> Long.compare(b, a)).toList();
    assertThat(shown).containsExactlyElementsOf(expected);
  }

  @Test
  void theLastTenRepliesAreShownWithTheirTopicAndFloor() {
    var topic = forum.member().topic("Replied to", "Text").getLong("id");
    IntStream.range(0, 12).forEach(n -> member.reply(topic, "reply *" + n + "*"));
    forum.caughtUp();
    var profile = forum.guest().get(path).expect(200).json();
    assertThat(profile.getLong("replyCount")).isEqualTo(12);
    var replies =
        profile.getJsonArray("recentReplies").stream().map(JsonObject.class::cast).toList();
    assertThat(replies.stream().map(reply -> reply.getLong("floor")))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).map(n -> 13 - n).boxed().toList());
    assertThat(replies.get(0).getString("topicTitle")).isEqualTo("Replied to");
    assertThat(replies.get(0).getLong("topicId")).isEqualTo(topic);
    assertThat(replies.get(0).getString("html")).contains("<em>11</em>");
  }

  @Test
  void onesOwnProfileHasTheAddressToo() {
    var own = member.post("/api/profile").expect(200).json();
    assertThat(own.getString("email")).isEqualTo(member.email());
    assertThat(own.getBoolean("emailVerified")).isFalse();
    var shared = own.copy();
    shared.remove("email");
    shared.remove("emailVerified");
    assertThat(shared).isEqualTo(forum.guest().get(path).expect(200).json());
  }

  @Test
  void guestsHaveNoOwnProfile() {
    forum.guest().post("/api/profile").expectProblem(401);
  }

  @Test
  void anUnknownMemberIsAProblem() {
    forum.guest().get("/api/user/987654321").expectProblem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "9223372036854775808", "18446744073709551617"})
  void anIdThatCannotBeIsNamed(String id) {
    forum.guest().get("/api/user/" + id).expectProblem(422, "id:invalid");
  }
}

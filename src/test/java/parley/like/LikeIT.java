package parley.like;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Checked;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;
import parley.bridge.BridgeClient;

class LikeIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final Client reader = forum.member();
  private final long topic = author.topic("Liked", "Text").getLong("id");
  private final long reply = author.reply(topic, "Reply").getLong("id");

  private static Client like(Client who, String path) {
    who.put(path).expect(200);
    return who;
  }

  private JsonObject shown(Client who) {
    return who.get("/api/topic/" + topic).expect(200).json();
  }

  private static JsonObject firstReply(JsonObject shown) {
    return shown.getJsonObject("replies").getJsonArray("items").getJsonObject(0);
  }

  @Test
  void aPostShowsItsLikesAndWhetherTheReaderLikesIt() {
    var before = shown(forum.guest());
    assertThat(before.fieldNames()).doesNotContain("likes", "liked");

    assertThat(reader.put("/api/topic/" + topic + "/like").expect(200).json())
        .isEqualTo(JsonObject.of("likes", 1, "liked", true));
    like(reader, "/api/reply/" + reply + "/like");
    like(forum.member(), "/api/reply/" + reply + "/like");

    var read = shown(reader);
    assertThat(read.getLong("likes")).isEqualTo(1);
    assertThat(read.getBoolean("liked")).isTrue();
    assertThat(firstReply(read).getLong("likes")).isEqualTo(2);
    var guest = shown(forum.guest());
    assertThat(firstReply(guest).getLong("likes")).isEqualTo(2);
    assertThat(guest.fieldNames()).contains("likes").doesNotContain("liked");
    assertThat(inList(reader).getBoolean("liked")).isTrue();
  }

  private JsonObject inList(Client who) {
    return who.get("/api/index?pageSize=100").expect(200).items().stream()
        .filter(item -> item.getLong("id") == topic)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void likingAgainAndTakingBackAgainChangeNothing() {
    var path = "/api/reply/" + reply + "/like";
    like(like(reader, path), path);
    assertThat(reader.delete(path).expect(200).json())
        .isEqualTo(JsonObject.of("likes", 0, "liked", false));
    assertThat(reader.delete(path).expect(200).json().getLong("likes")).isZero();
    assertThat(firstReply(shown(reader)).fieldNames()).doesNotContain("likes", "liked");
  }

  @Test
  void nobodyLikesTheirOwnPostOrWithoutSigningInOrWhatIsGone() {
    author.put("/api/topic/" + topic + "/like").expect(403);
    forum.guest().put("/api/topic/" + topic + "/like").expect(401);
    reader.put("/api/topic/999999999/like").expect(404);
    author.delete("/api/reply/" + reply).expect(204);
    reader.put("/api/reply/" + reply + "/like").expect(404);
    reader.get("/api/reply/" + reply + "/likes").expect(404);
  }

  @Test
  void countsAreExactUnderRaces() throws SQLException {
    var members = IntStream.range(0, 6).mapToObj(n -> forum.member()).toList();
    var path = "/api/topic/" + topic + "/like";
    together(18, n -> members.get(n % members.size()).put(path));
    assertThat(shown(reader).getLong("likes")).isEqualTo(6);

    together(12, n -> members.get(n % 3).delete(path));
    assertThat(shown(reader).getLong("likes")).isEqualTo(3);
    assertThat(Checked.of(forum.mysql(), List.of()).run()).noneMatch(it -> it.startsWith("likes"));
  }

  private static void together(int requests, IntFunction<Response> request) {
    var each =
        IntStream.range(0, requests)
            .<Supplier<Response>>mapToObj(n -> () -> request.apply(n))
            .toList();
    assertThat(Together.send(each)).allMatch(answer -> answer.status() == 200);
  }

  @Test
  void whoLikesAPostIsListedWithTheLatestFirst() {
    var other = forum.member();
    like(reader, "/api/topic/" + topic + "/like");
    like(other, "/api/topic/" + topic + "/like");
    var list = forum.guest().get("/api/topic/" + topic + "/likes").expect(200);
    assertThat(list.json().getLong("total")).isEqualTo(2);
    assertThat(list.items()).extracting(item -> item.getLong("id")).contains(other.id());

    other.delete("/api/topic/" + topic + "/like").expect(200);
    assertThat(forum.guest().get("/api/topic/" + topic + "/likes").items())
        .extracting(item -> item.getLong("id"))
        .isEqualTo(List.of(reader.id()));
  }

  @Test
  void whoWatchesTheTopicIsToldHowManyLikesThereAre() {
    try (var guest = BridgeClient.guest(forum).listen("topic." + topic)) {
      like(reader, "/api/reply/" + reply + "/like");
      assertThat(guest.event("topic." + topic, "liked"))
          .isEqualTo(
              JsonObject.of("type", "liked", "topicId", topic, "replyId", reply, "likes", 1));
    }
  }

  /** Both entries are in one batch of the journal's reader. */
  @Test
  void whoTakesALikeBackAndLikesAgainIsToldOfOnce() {
    var path = "/api/topic/" + topic + "/like";
    like(reader, path);
    var liked = JsonObject.mapFrom(new PostLiked(0, topic, author.id(), reader.id())).encode();
    var other = forum.member();
    var again = JsonObject.mapFrom(new PostLiked(0, topic, author.id(), other.id())).encode();
    forum.sql(
        """
        INSERT INTO journal (type, subject, data, created_at) VALUES
          ('post.liked', ?, ?, NOW(3)), ('post.liked', ?, ?, NOW(3)),
          ('post.liked', ?, ?, NOW(3)), ('post.liked', ?, ?, NOW(3))
        """,
        topic,
        again,
        topic,
        liked,
        topic,
        again,
        topic,
        again);
    forum.caughtUp("like.notices");
    assertThat(
            forum.sql(
                "SELECT events FROM notification WHERE member_id = ? AND kind = 'like'",
                author.id()))
        .extracting(row -> row.getLong("events"))
        .containsExactly(2L);
  }
}

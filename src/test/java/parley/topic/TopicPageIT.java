package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

/** A topic with five replies, of which the second and the last are deleted. */
class TopicPageIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private long topic;

  @BeforeEach
  void openTopic() {
    topic = author.topic("Floors", "Some are empty").getLong("id");
    var replies = new ArrayList<Long>();
    for (var n = 1; n <= 5; n++) {
      replies.add(author.reply(topic, "reply " + n).getLong("id"));
    }
    author.delete("/api/reply/" + replies.get(1)).expect(204);
    author.delete("/api/reply/" + replies.get(4)).expect(204);
  }

  @ParameterizedTest
  @CsvSource({"1, 1;3", "2, 4", "3, ''", "1000000000000, ''", "9223372036854775807, ''"})
  void aPageHoldsTheRepliesThatAreThere(long page, String floors) {
    var replies = replies("pageSize=2&page=" + page);
    assertThat(floors(replies)).isEqualTo(floors);
    assertThat(replies.getLong("total")).isEqualTo(3);
    assertThat(replies.getLong("page")).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1;3",
    "2, 1, 1;3", // deleted: the next one is there
    "3, 1, 1;3",
    "4, 2, 4",
    "5, 2, 4", // deleted, and nothing comes after it
    "6, 2, 4",
    "9223372036854775807, 2, 4"
  })
  void aFloorLeadsToThePageThatShowsIt(long floor, long page, String floors) {
    var replies = replies("pageSize=2&floor=" + floor);
    assertThat(replies.getLong("page")).isEqualTo(page);
    assertThat(floors(replies)).isEqualTo(floors);
  }

  @Test
  void aFloorOfATopicWithoutRepliesIsTheFirstPage() {
    var empty = author.topic("Nobody", "has replied").getLong("id");
    var replies =
        author.get("/api/topic/" + empty + "?floor=7").expect(200).json().getJsonObject("replies");
    assertThat(replies.getLong("page")).isEqualTo(1);
    assertThat(replies.getLong("total")).isZero();
  }

  @Test
  void whatIsAllowedDependsOnWhoAsks() {
    var path = "/api/topic/" + topic;
    assertThat(permissions(author, path)).isEqualTo("reply edit delete");
    assertThat(permissions(forum.member(), path)).isEqualTo("reply");
    assertThat(permissions(forum.member(parley.member.Role.MODERATOR), path))
        .isEqualTo("reply edit delete");
    assertThat(permissions(forum.guest(), path)).isEmpty();
  }

  @Test
  void anUnknownTopicIsAProblem() {
    forum.guest().get("/api/topic/987654321").expectProblem(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "x", "1.5", "007", "9223372036854775808", "18446744073709551617"})
  void anIdThatCannotBeIsNamed(String id) {
    forum.guest().get("/api/topic/" + id).expectProblem(422, "id:invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"floor=0", "floor=x", "page=0", "pageSize=101"})
  void aParameterThatCannotBeIsNamed(String query) {
    forum
        .guest()
        .get("/api/topic/" + topic + "?" + query)
        .expectProblem(422, query.replaceFirst("=.*", "") + ":invalid");
  }

  private JsonObject replies(String query) {
    return forum
        .guest()
        .get("/api/topic/" + topic + "?" + query)
        .expect(200)
        .json()
        .getJsonObject("replies");
  }

  private static String floors(JsonObject replies) {
    return String.join(
        ";",
        replies.getJsonArray("items").stream()
            .map(reply -> ((JsonObject) reply).getLong("floor").toString())
            .toList());
  }

  private static String permissions(Client who, String path) {
    var permissions = who.get(path).expect(200).json().getJsonObject("permissions");
    return String.join(
        " ", List.of("reply", "edit", "delete").stream().filter(permissions::getBoolean).toList());
  }
}

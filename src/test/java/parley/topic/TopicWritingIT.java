package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.board.Boards;

class TopicWritingIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();

  @Test
  void aTopicIsAnsweredWhole() {
    var board = Boards.add(forum);
    var topic =
        author
            .post("/api/topic/add", Boards.draft(board, "  Trimmed  ", "# Héllo 👋\r\n\r\nworld "))
            .expect(201)
            .json();
    assertThat(topic.getString("title")).isEqualTo("Trimmed");
    assertThat(topic.getString("content")).isEqualTo("# Héllo 👋\n\nworld");
    var shown = Jsoup.parse(topic.getString("html"));
    assertThat(shown.select("h3").text()).isEqualTo("Héllo 👋");
    assertThat(shown.select("p").text()).isEqualTo("world");
    assertThat(topic.getJsonObject("board").getLong("id")).isEqualTo(board);
    assertThat(topic.getLong("version")).isEqualTo(1);
    assertThat(topic.getValue("editedAt")).isNull();
    assertThat(topic.getValue("lastReply")).isNull();
    assertThat(topic.getJsonObject("replies").getLong("total")).isZero();
  }

  @Test
  void aReplyIsAnsweredWithItsFloor() {
    var topic = author.topic("Replied to", "Text").getLong("id");
    var member = forum.member();
    var reply = member.reply(topic, "It is **so**");
    assertThat(reply.getLong("topicId")).isEqualTo(topic);
    assertThat(reply.getLong("floor")).isEqualTo(1);
    assertThat(reply.getString("html")).contains("<strong>so</strong>");
    assertThat(reply.getJsonObject("author").getString("username")).isEqualTo(member.username());
    assertThat(reply.getJsonObject("permissions").getBoolean("edit")).isTrue();
  }

  @Test
  void guestsWriteNothing() {
    var topic = author.topic("Not for guests", "Text").getLong("id");
    var guest = forum.guest();
    guest.post("/api/topic/add", Boards.draft(1, "A title", "Text")).expectProblem(401);
    guest.post("/api/reply/add", reply(topic, "Text")).expectProblem(401);
  }

  @Test
  void anUnknownBoardIsAFaultOfItsField() {
    author
        .post("/api/topic/add", Boards.draft(987_654_321, "A title", "Text"))
        .expectProblem(422, "boardId:unknown");
  }

  @Test
  void aReplyNeedsATopicThatIsThere() {
    var topic = author.topic("Soon gone", "Text").getLong("id");
    author.delete("/api/topic/" + topic).expect(204);
    author.post("/api/reply/add", reply(topic, "Too late")).expectProblem(404);
    author.post("/api/reply/add", reply(987_654_321, "Where?")).expectProblem(404);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    author
        .post("/api/topic/add", Boards.draft(1, " ", "\u0000"))
        .expectProblem(422, "title:required", "content:control_character");
  }

  static Stream<String> refusedContents() {
    return Stream.of("", " \n\t ", "bell \u0007", "lone \ud83d surrogate", "x".repeat(50_001));
  }

  @ParameterizedTest
  @MethodSource("refusedContents")
  void aTextThatIsNoneIsRefused(String content) {
    var topic = author.topic("Text wanted", "Text").getLong("id");
    assertThat(author.post("/api/reply/add", reply(topic, content)).expect(422).faults())
        .singleElement()
        .asString()
        .startsWith("content:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "tab\there", "line\u2028separator"})
  void aTitleIsOneLine(String title) {
    author
        .post("/api/topic/add", Boards.draft(1, title, "Text"))
        .expectProblem(422, "title:control_character");
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    var topic = author.topic("👋".repeat(200), "👋".repeat(50_000));
    assertThat(topic.getString("title")).isEqualTo("👋".repeat(200));
    author
        .post("/api/topic/add", Boards.draft(1, "👋".repeat(201), "Text"))
        .expectProblem(422, "title:too_long");
  }

  @Test
  void aTextTooComplexToShowIsRefused() {
    author
        .post("/api/topic/add", Boards.draft(1, "Lines", "x\n".repeat(10_001)))
        .expectProblem(422, "content:too_complex");
  }

  @Test
  void whoPostsTooOftenWaits() {
    var settings = Map.of("PARLEY_LIMITS_ENABLED", "true", "PARLEY_LIMITS_POST_PER_ACCOUNT", "2");
    try (var strict = Forum.with(settings)) {
      var member = strict.member();
      var topic = member.topic("One", "Text").getLong("id");
      member.reply(topic, "Two");
      var refusal = member.post("/api/reply/add", reply(topic, "Three")).expectProblem(429);
      assertThat(Integer.parseInt(refusal.header("retry-after"))).isBetween(1, 300);
      strict.member().reply(topic, "Another member has their own limit");
    }
  }

  private static JsonObject reply(long topic, String content) {
    return new JsonObject().put("topicId", topic).put("content", content);
  }
}

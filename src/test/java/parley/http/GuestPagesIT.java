package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Client;
import parley.Forum;
import parley.TestStores;
import parley.board.Boards;

/**
 * On a forum that keeps guests' pages for an hour, so that only events can make them new. It is
 * alone on its stores: what another forum there counts, this one would not be told.
 */
@ResourceLock(TestStores.OUTBOX)
class GuestPagesIT {

  private static Forum forum;

  private final Client author = forum.member();
  private final long board = Boards.add(forum);
  private final String index = "/api/index?board=" + board;

  @BeforeAll
  static void start() {
    forum = Forum.sending(Map.of("PARLEY_CACHE_GUEST_SECONDS", "3600"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @Test
  void aNewTopicShowsAtOnce() {
    assertThat(read(index).getLong("total")).isZero();
    read("/api/user/" + author.id());
    read("/api/topic/boards");

    Boards.topic(author, board, "New");
    assertThat(read(index).getLong("total")).isEqualTo(1);
    awaitCount("/api/user/" + author.id(), "topicCount", 1);
    await()
        .untilAsserted(
            () -> assertThat(Boards.find(forum, board).getLong("topicCount")).isEqualTo(1));
  }

  /** Counters follow within a second; then an event drops the pages that show them. */
  private void awaitCount(String path, String count, long expected) {
    await().untilAsserted(() -> assertThat(read(path).getLong(count)).isEqualTo(expected));
  }

  @Test
  void anEditedTopicShowsAtOnce() {
    var topic = Boards.topic(author, board, "Before");
    var replier = forum.member();
    replier.reply(topic, "Reply");
    read(index);
    read("/api/topic/" + topic);
    read("/api/user/" + replier.id());

    var edit = new JsonObject().put("title", "After").put("version", 1);
    author.put("/api/topic/" + topic, edit).expect(200);
    assertThat(read("/api/topic/" + topic).getString("title")).isEqualTo("After");
    assertThat(first(read(index), "items").getString("title")).isEqualTo("After");
    assertThat(first(read("/api/user/" + replier.id()), "recentReplies").getString("topicTitle"))
        .isEqualTo("After");
  }

  @Test
  void aDeletedTopicIsGoneAtOnce() {
    var topic = Boards.topic(author, board, "Going");
    var replier = forum.member();
    replier.reply(topic, "Reply");
    read(index);
    read("/api/topic/" + topic);
    read("/api/user/" + replier.id());

    author.delete("/api/topic/" + topic).expect(204);
    forum.guest().get("/api/topic/" + topic).expectProblem(404);
    awaitCount(index, "total", 0);
    awaitCount("/api/user/" + replier.id(), "replyCount", 0);
  }

  @Test
  void repliesShowAtOnceAsTheyComeChangeAndGo() {
    var topic = Boards.topic(author, board, "Replies");
    var path = "/api/topic/" + topic;
    var replier = forum.member();
    var profile = "/api/user/" + replier.id();
    assertThat(read(path).getLong("replyCount")).isZero();
    assertThat(read(profile).getLong("replyCount")).isZero();

    var reply = "/api/reply/" + replier.reply(topic, "Came").getLong("id");
    assertThat(firstReply(path)).contains("Came");
    assertThat(first(read(index), "items").getLong("replyCount")).isEqualTo(1);
    assertThat(first(read(profile), "recentReplies").getString("html")).contains("Came");

    var edit = new JsonObject().put("content", "Changed").put("version", 1);
    replier.put(reply, edit).expect(200);
    assertThat(firstReply(path)).contains("Changed");
    assertThat(first(read(profile), "recentReplies").getString("html")).contains("Changed");

    awaitCount(profile, "replyCount", 1);

    replier.delete(reply).expect(204);
    assertThat(read(path).getLong("replyCount")).isZero();
    awaitCount(profile, "replyCount", 0);
  }

  @Test
  void aChangedProfileShowsAtOnceWhereverItsOwnerIsNamed() {
    Boards.topic(author, board, "By somebody");
    read(index);
    read("/api/user/" + author.id());

    var name = Forum.unique("renamed");
    author.post("/api/setting/profile", new JsonObject().put("username", name)).expect(200);
    assertThat(read("/api/user/" + author.id()).getString("username")).isEqualTo(name);
    assertThat(first(read(index), "items").getJsonObject("author").getString("username"))
        .isEqualTo(name);
  }

  @Test
  void membersGetTheirOwnPermissions() {
    var path = "/api/topic/" + Boards.topic(author, board, "Whose?");
    assertThat(mayEdit(forum.guest(), path)).isFalse();
    assertThat(mayEdit(author, path)).isTrue();
    assertThat(mayEdit(forum.member(), path)).isFalse();
    assertThat(mayEdit(forum.guest().header("cookie", "parley_session=" + author.token()), path))
        .isTrue();
    assertThat(mayEdit(forum.guest(), path)).isFalse();
  }

  @Test
  void aRefusalIsNotKept() {
    var unborn = Boards.topic(author, board, "The one before") + 1_000_000;
    forum.guest().get("/api/topic/" + unborn).expectProblem(404);
    forum.sql(
        """
        INSERT INTO topic (id, board_id, author_id, title, content, html, html_version, created_at,
          active_at)
        VALUES (?, ?, ?, 'Born', 'x', 'x', 1, '2020-01-01', '2020-01-01')
        """,
        unborn,
        board,
        author.id());
    forum.guest().get("/api/topic/" + unborn).expect(200);
  }

  private JsonObject read(String path) {
    return forum.guest().get(path).expect(200).json();
  }

  private String firstReply(String path) {
    return first(read(path).getJsonObject("replies"), "items").getString("html");
  }

  private static JsonObject first(JsonObject of, String list) {
    return of.getJsonArray(list).getJsonObject(0);
  }

  private static boolean mayEdit(Client who, String path) {
    return who.get(path).expect(200).json().getJsonObject("permissions").getBoolean("edit");
  }
}

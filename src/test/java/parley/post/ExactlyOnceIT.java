package parley.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.post.FaultyWire.Fault;

/** The wire to the database fails at each point of writing a post in turn. */
class ExactlyOnceIT {

  /** More than any post needs. */
  private static final int POINTS_MAX = 60;

  private static final int TRIES_MAX = 30;

  private WiredForum wired;
  private FaultyWire wire;
  private Forum forum;
  private Client author;
  private long topic;

  @BeforeEach
  void start() {
    wired = new WiredForum(2);
    wire = wired.wire();
    forum = wired.forum();
    author = forum.member();
    topic = author.topic("Exactly once", "Text").getLong("id");
  }

  @AfterEach
  void stop() {
    wired.close();
  }

  @ParameterizedTest
  @EnumSource
  void aReplyIsWrittenOnceWhereverTheWireFails(Fault fault) {
    for (var point = 1; point <= POINTS_MAX; point++) {
      var body = new JsonObject().put("topicId", topic).put("content", "at " + point);
      if (!writtenOnce("/api/reply/add", body, "reply", point, fault)) {
        assertThat(point).as("points at which it failed").isGreaterThan(4);
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTopicIsOpenedOnceWhereverTheWireFails(Fault fault) {
    for (var point = 1; point <= POINTS_MAX; point++) {
      var body =
          new JsonObject().put("boardId", 1).put("title", "at " + point).put("content", "Text");
      if (!writtenOnce("/api/topic/add", body, "topic", point, fault)) {
        assertThat(point).as("points at which it failed").isGreaterThan(4);
        return;
      }
    }
  }

  /** False where the request was over before it came to this point. */
  private boolean writtenOnce(String path, JsonObject body, String table, int point, Fault fault) {
    var key = UUID.randomUUID().toString();
    var client = author.header("idempotency-key", key);
    wire.failAt(point, fault);
    var answer = client.post(path, body);
    var failed = wire.hasFailed();
    for (var tries = 1; answer.status() == 503 && tries < TRIES_MAX; tries++) {
      answer = client.post(path, body);
    }
    assertWrittenOnce(answer, table, key, fault + " at chunk " + point);
    return failed;
  }

  private void assertWrittenOnce(Response answer, String table, String key, String where) {
    var written = answer.expect(201).json();
    var rows = wired.sql("SELECT id FROM " + table + " WHERE request_key = ?", key);
    assertThat(rows).as(where).hasSize(1);
    var id = rows.get(0).getLong("id");
    assertThat(written.getLong("id")).as(where).isEqualTo(id);
    assertThat(
            wired.sql(
                "SELECT id FROM journal WHERE type = ? AND subject = ?", table + ".written", id))
        .as(where)
        .hasSize(1);
  }

  @Test
  void aPostThatIsSentAgainAtOnceOrLaterGetsTheFirstAnswer() {
    var client = author.header("idempotency-key", UUID.randomUUID().toString());
    var body = new JsonObject().put("topicId", topic).put("content", "Once");
    var first = client.post("/api/reply/add", body).expect(201).json();
    assertThat(client.post("/api/reply/add", body).expect(201).json()).isEqualTo(first);
    client
        .post("/api/reply/add", body.copy().put("content", "Other"))
        .expectProblem(422, "Idempotency-Key:reused");
  }
}

package parley.topic;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.HGET;
import static io.vertx.redis.client.Command.HINCRBY;
import static io.vertx.redis.client.Command.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

/** Views reach the database by flushes that the forums of all tests make, at any time. */
class ViewsIT {

  private static final String LOCK = "parley:views:lock";

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final long topic = author.topic("Seen", "Text").getLong("id");
  private final String path = "/api/topic/" + topic;

  @Test
  void aVisitorCountsOnceInTheWindow() {
    var visitor = from("203.0.113.1");
    visitor.get(path).expect(200);
    visitor.get(path).expect(200);
    visitor.get(path + "?page=2").expect(200);
    expectViews(1);
  }

  @Test
  void visitorsFromSeveralAddressesCountEach() {
    for (var n = 1; n <= 5; n++) {
      from("203.0.113." + n).get(path).expect(200);
    }
    expectViews(5);
  }

  @Test
  void aMemberCountsOnceFromWherever() {
    var member = forum.member();
    member.header("x-forwarded-for", "203.0.113.8").get(path).expect(200);
    member.header("x-forwarded-for", "203.0.113.9").get(path).expect(200);
    expectViews(1);
  }

  @Test
  void anAnswerThatTheVisitorHasAlreadyCountsToo() {
    var etag = from("203.0.113.1").get(path).expect(200).header("etag");
    from("203.0.113.2").header("if-none-match", etag).get(path).expect(304);
    expectViews(2);
  }

  @Test
  void editingIsNotViewing() {
    author.put(path, Edits.of("title", "Edited", 1)).expect(200);
    from("203.0.113.1").get(path).expect(200);
    expectViews(1);
  }

  @Test
  void aTopicThatIsNotThereIsNotCounted() {
    from("203.0.113.1").get("/api/topic/987654399").expectProblem(404);
    from("203.0.113.1").get(path).expect(200);
    expectViews(1);
    assertThat(forum.redis().send(HGET, "parley:views", 987654399).await()).isNull();
  }

  @Test
  void whatACrashLeftBehindIsWritten() {
    // as if the process had died after it had set these aside and before it wrote them
    await().until(() -> forum.redis().send(SET, LOCK, "test", "NX", "EX", 30).await() != null);
    forum.redis().send(HINCRBY, "parley:views:flushing", topic, 3).await();
    forum.redis().send(DEL, LOCK).await();
    expectViews(3);
  }

  private void expectViews(long expected) {
    await()
        .untilAsserted(
            () -> {
              forum.flush();
              assertThat(stored()).isGreaterThanOrEqualTo(expected);
            });
    forum.flush();
    assertThat(stored()).isEqualTo(expected);
  }

  private long stored() {
    return forum.sql("SELECT views FROM topic WHERE id = ?", topic).get(0).getLong("views");
  }

  private Client from(String address) {
    return forum.guest().header("x-forwarded-for", address);
  }
}

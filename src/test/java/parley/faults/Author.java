package parley.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/**
 * Opens topics, replies and edits its topics, one thing after the other, and repeats each with the
 * same key until it is acknowledged.
 */
final class Author implements Runnable {

  /** Answers that mean "try again"; 409 is that of a request whose first one is still under way. */
  private static final Set<Integer> AGAIN = Set.of(503, 409);

  private static final long PAUSE_MS = 50;
  private static final int WORDS_MAX = 400;

  private final Ledger ledger;
  private final Forums forum;
  private final Random random;
  private final String name;
  private final BooleanSupplier stopping;
  private Entry topic;
  private long version;

  Author(Ledger ledger, Forums forum, Random random, String name, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.forum = forum;
    this.random = random;
    this.name = name;
    this.stopping = stopping;
  }

  @Override
  public void run() {
    while (!stopping.getAsBoolean()) {
      var die = random.nextInt(10);
      if (topic == null || die == 0) {
        open();
      } else if (die < 3) {
        edit();
      } else {
        reply();
      }
    }
  }

  private void open() {
    var key = UUID.randomUUID().toString();
    var content = content(key);
    var body = new JsonObject().put("boardId", 1).put("title", name).put("content", content);
    var written = write("/api/topic/add", key, body);
    topic = new Entry("topic", key, written.getLong("id"), content);
    version = written.getLong("version", 0L);
    ledger.count("topics");
    ledger.acknowledge(topic);
  }

  private void reply() {
    var key = UUID.randomUUID().toString();
    var content = content(key);
    var body = new JsonObject().put("topicId", topic.id()).put("content", content);
    var written = write("/api/reply/add", key, body);
    ledger.count("replies");
    ledger.acknowledge(new Entry("reply", key, written.getLong("id"), content));
  }

  private JsonObject write(String path, String key, JsonObject body) {
    return new JsonObject(until(201, "POST", path, key, body).body());
  }

  /** An edit whose answer was lost has been made, or not; its topic tells. */
  private void edit() {
    var content = content(topic.key());
    var path = "/api/topic/" + topic.id();
    while (true) {
      var answer =
          attempt("PUT", path, null, JsonObject.of("content", content, "version", version));
      if (answer != null && answer.statusCode() == 200) {
        version = new JsonObject(answer.body()).getLong("version");
        break;
      }
      var now = new JsonObject(until(200, "GET", path, null, null).body());
      version = now.getLong("version");
      if (content.equals(now.getString("content"))) {
        break;
      }
    }
    topic = new Entry("topic", topic.key(), topic.id(), content);
    ledger.count("edits");
    ledger.acknowledge(topic);
  }

  private HttpResponse<String> until(
      int wanted, String method, String path, String key, JsonObject body) {
    while (true) {
      var answer = attempt(method, path, key, body);
      if (answer != null && answer.statusCode() == wanted) {
        return answer;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  /** The answer; null where the connection failed. */
  private HttpResponse<String> attempt(String method, String path, String key, JsonObject body) {
    try {
      var answer = forum.send(method, path, key, body);
      ledger.count("answers " + answer.statusCode());
      if (answer.statusCode() >= 400 && !AGAIN.contains(answer.statusCode())) {
        ledger.find(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      ledger.count("answers lost");
      return null;
    }
  }

  /** Begins with the key, so that a second post of it is seen whatever became of its key. */
  private String content(String key) {
    var text = new StringBuilder(key);
    for (var word = random.nextInt(WORDS_MAX); word > 0; word--) {
      text.append(' ')
          .append(Integer.toString(random.nextInt(), 36))
          .append(word % 7 == 0 ? "ß日" : "");
    }
    return text.toString();
  }
}

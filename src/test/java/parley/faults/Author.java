package parley.faults;

import io.vertx.core.json.JsonObject;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/**
 * Opens topics, replies and edits its topics, one thing after the other, and repeats each with the
 * same key until it is acknowledged. A watcher watches each topic before anything is replied.
 */
final class Author implements Runnable {

  private static final int WORDS_MAX = 400;

  private final Ledger ledger;
  private final Asker author;
  private final Asker watcher;
  private final long watcherId;
  private final String mentioned;
  private final Random random;
  private final String title;
  private final BooleanSupplier stopping;
  private Entry topic;
  private long version;

  /**
   * @param mentioned the name of the member whom some of the replies mention
   */
  Author(
      Ledger ledger,
      Forums author,
      Forums watcher,
      String mentioned,
      Random random,
      String title,
      BooleanSupplier stopping) {
    this.ledger = ledger;
    this.author = new Asker(ledger, author);
    this.watcher = new Asker(ledger, watcher);
    this.watcherId = watcher.id();
    this.mentioned = mentioned;
    this.random = random;
    this.title = title;
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
        reply(die == 3);
      }
    }
  }

  private void open() {
    var key = UUID.randomUUID().toString();
    var content = content(key);
    var body = new JsonObject().put("boardId", 1).put("title", title).put("content", content);
    var written = author.until(201, "POST", "/api/topic/add", key, body);
    var opened = new Entry(Kept.TOPIC, key, written.getLong("id"), content);
    version = written.getLong("version", 0L);
    ledger.count("topics");
    ledger.acknowledge(opened);
    watch(opened.id());
    topic = opened;
  }

  private void watch(long topicId) {
    watcher.until(
        200, "PUT", "/api/topic/" + topicId + "/watch", null, JsonObject.of("level", "watching"));
    ledger.count("watches");
    ledger.acknowledge(new Entry(Kept.WATCH, watcherId + ":" + topicId, topicId, "1"));
  }

  private void reply(boolean mentions) {
    var key = UUID.randomUUID().toString();
    var content = content(key) + (mentions ? " @" + mentioned : "");
    var body = new JsonObject().put("topicId", topic.id()).put("content", content);
    var written = author.until(201, "POST", "/api/reply/add", key, body);
    ledger.count(mentions ? "replies that mention" : "replies");
    ledger.acknowledge(new Entry(Kept.REPLY, key, written.getLong("id"), content));
  }

  /** An edit whose answer was lost has been made, or not; its topic tells. */
  private void edit() {
    var content = content(topic.key());
    var path = "/api/topic/" + topic.id();
    while (true) {
      var change = JsonObject.of("content", content, "version", version);
      var answer =
          author.attempt(
              Set.of(200), "PUT " + path, () -> author.forum().send("PUT", path, null, change));
      if (answer != null && answer.statusCode() == 200) {
        version = new JsonObject(answer.body()).getLong("version");
        break;
      }
      var now = author.until(200, "GET", path, null, null);
      version = now.getLong("version");
      if (content.equals(now.getString("content"))) {
        break;
      }
    }
    topic = new Entry(Kept.TOPIC, topic.key(), topic.id(), content);
    ledger.count("edits");
    ledger.acknowledge(topic);
  }

  /**
   * Begins with the key, so that a second post of it is seen whatever became of its key, and with a
   * word by which the search finds it.
   */
  private String content(String key) {
    var text = new StringBuilder(key).append(' ').append(Found.word(key));
    for (var word = random.nextInt(WORDS_MAX); word > 0; word--) {
      text.append(' ')
          .append(Integer.toString(random.nextInt(), 36))
          .append(word % 7 == 0 ? "ß日" : "");
    }
    return text.toString();
  }
}

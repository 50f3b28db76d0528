package parley.faults;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import parley.faults.Ledger.Entry;

/** Searches for every post that was acknowledged, once. */
final class Found {

  private static final int AT_ONCE = 4;
  private static final long CATCHING_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final int port;
  private final Set<Entry> found = new HashSet<>();

  Found(int port) {
    this.port = port;
  }

  /** A word that only the post with this key has. */
  static String word(String key) {
    return "w" + key.replace("-", "");
  }

  /** Those of the posts that the search does not find within a minute after the one before. */
  List<Entry> missing(Ledger ledger) throws InterruptedException {
    var missing = new ArrayList<>(ledger.entries(Kept.TOPIC));
    missing.addAll(ledger.entries(Kept.REPLY));
    missing.removeIf(found::contains);
    var until = System.nanoTime() + CATCHING_UP_NANOS;
    while (!missing.isEmpty() && System.nanoTime() < until) {
      var hits = search(missing);
      if (!hits.isEmpty()) { // many searches take their time on a busy machine
        until = System.nanoTime() + CATCHING_UP_NANOS;
      }
      found.addAll(hits);
      missing.removeIf(found::contains);
    }
    return missing;
  }

  private List<Entry> search(List<Entry> posts) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var searches = new ArrayList<Callable<Boolean>>();
      posts.forEach(post -> searches.add(() -> isFound(post)));
      var answers = threads.invokeAll(searches);
      var hits = new ArrayList<Entry>();
      for (var n = 0; n < answers.size(); n++) {
        if (answers.get(n).get()) {
          hits.add(posts.get(n));
        }
      }
      return hits;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean isFound(Entry post) {
    try {
      var path = "/api/search?q=" + word(post.key());
      var answer = new Forums(port, null).send("GET", path, null, null);
      return answer.statusCode() == 200
          && new JsonObject(answer.body())
              .getJsonArray("items", new JsonArray()).stream()
                  .map(JsonObject.class::cast)
                  .anyMatch(hit -> isOf(post, hit));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOf(Entry post, JsonObject hit) {
    var type = post.kind() == Kept.TOPIC ? "topic" : "reply";
    return type.equals(hit.getString("type"))
        && hit.getJsonObject(type).getLong("id").equals(post.id());
  }
}

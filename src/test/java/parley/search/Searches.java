package parley.search;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import parley.Client;
import parley.Response;

/** Searching over HTTP. */
public final class Searches {

  private Searches() {}

  public static Response search(Client who, String query, String more) {
    return who.get("/api/search?q=" + encoded(query) + more);
  }

  public static List<JsonObject> found(Client who, String query) {
    return search(who, query, "").expect(200).items();
  }

  public static List<JsonObject> suggested(Client who, String typed) {
    return who.get("/api/search/suggest?q=" + encoded(typed)).expect(200).items();
  }

  /** Waits until so many are found. */
  public static List<JsonObject> awaited(Client who, String query, int count) {
    return awaited(who, query, "", count);
  }

  public static List<JsonObject> awaited(Client who, String query, String more, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(25))
        .until(() -> search(who, query, more).expect(200).items(), found -> found.size() == count);
  }

  static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** A word that no other test has, and that is not similar to one. */
  static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }
}

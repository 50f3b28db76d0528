package parley.attack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The forum that is attacked, by its listeners.
 *
 * @param management the port of its metrics
 * @param pid of its process; 0 where it is not known
 */
record Victim(int port, int bridge, int management, long pid) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final int KIBIBYTE = 1024;

  /** A new member's token. */
  String member(String name) {
    var body =
        JsonObject.of(
            "username", name, "email", name + "@example.org", "password", "long enough to be one");
    var answer = post("/api/register", null, body);
    return answer.getString("token");
  }

  /** A topic with some text; gives its path. */
  String topic(String token) {
    var body = JsonObject.of("title", "Attacked", "content", "*text* ".repeat(300), "boardId", 1);
    return "/api/topic/" + post("/api/topic/add", token, body).getLong("id");
  }

  private JsonObject post(String path, String token, JsonObject body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.encode()));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    var answer = send(request.build());
    return new JsonObject(answer);
  }

  private static String send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The sum of a metric's values. */
  double metric(String name) {
    var url = URI.create("http://127.0.0.1:" + management + "/metrics");
    return send(HttpRequest.newBuilder(url).build())
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  boolean lives() {
    return pid == 0 || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Memory that the process has in use. */
  long residentBytes() {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}

package parley.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** One member's way to a forum over its public HTTP interface. Waits when the forum says so. */
final class ForumClient {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI forum;
  private final Consumer<Duration> pause;
  private String token;

  /**
   * @param pause is called with the time that the forum wants to be left in peace
   */
  ForumClient(URI forum, Consumer<Duration> pause) {
    this.forum = forum;
    this.pause = pause;
  }

  /** Registers a member, or signs it in if there is one of this name already. */
  void enter(String username, String password) throws IOException, InterruptedException {
    var registration =
        Map.of("username", username, "email", username + "@example.org", "password", password);
    ForumAnswer answer = post("/api/register", registration);
    if (answer.isProblem() && answer.errorCodes().contains("taken")) {
      answer = post("/api/login", Map.of("username", username, "password", password));
    }
    if (!answer.isSuccess()) {
      throw new IOException("Cannot sign in: " + answer.describe());
    }
    token = answer.body().path("token").asText();
  }

  ForumAnswer openTopic(long board, String title, String content)
      throws IOException, InterruptedException {
    return post("/api/topic/add", Map.of("boardId", board, "title", title, "content", content));
  }

  ForumAnswer topic(long id) throws IOException, InterruptedException {
    return send(request("/api/topic/" + id).GET().build());
  }

  private ForumAnswer post(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(forum.resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private ForumAnswer send(HttpRequest request) throws IOException, InterruptedException {
    while (true) {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 429) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new ForumAnswer(response.statusCode(), type, parse(response.body()));
      }
      pause.accept(
          Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}

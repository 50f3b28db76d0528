package parley.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** HTTP requests of one member; each may fail. */
final class Forums {

  /** Longer than any request may take by the forum's own limits. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  Forums(int port, String token) {
    this.port = port;
    this.token = token;
  }

  HttpResponse<String> send(String method, String path, String key, JsonObject body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("idempotency-key", key);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new member's token and id. */
  static JsonObject register(int port, String name) throws IOException {
    var body =
        new JsonObject()
            .put("username", name)
            .put("email", name + "@example.org")
            .put("password", "correct horse battery");
    var answer = new Forums(port, null).send("POST", "/api/register", null, body);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }
}

package parley.limit;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import parley.Client;
import parley.Forum;
import parley.Response;

/** A forum with small limits, asked from addresses that a trusted proxy tells of. */
final class LimitedForum implements AutoCloseable {

  static final int PER_ACCOUNT = 2;
  static final int PER_NETWORK = 4;
  static final int SECONDS = 600;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final Forum forum =
      Forum.with(
          Map.ofEntries(
              Map.entry("PARLEY_LIMITS_ENABLED", "true"),
              Map.entry("PARLEY_LIMITS_REGISTER_PER_ACCOUNT", "2"),
              Map.entry("PARLEY_LIMITS_REGISTER_PER_NETWORK", "4"),
              Map.entry("PARLEY_LIMITS_REGISTER_SECONDS", "600"),
              Map.entry("PARLEY_LIMITS_SIGN_IN_PER_ACCOUNT", "2"),
              Map.entry("PARLEY_LIMITS_SIGN_IN_PER_NETWORK", "4"),
              Map.entry("PARLEY_LIMITS_SIGN_IN_SECONDS", "600"),
              Map.entry("PARLEY_LIMITS_RESET_PER_ACCOUNT", "2"),
              Map.entry("PARLEY_LIMITS_RESET_PER_NETWORK", "4"),
              Map.entry("PARLEY_LIMITS_RESET_SECONDS", "600"),
              Map.entry("PARLEY_LIMITS_POST_PER_ACCOUNT", "2"),
              Map.entry("PARLEY_LIMITS_PREVIEW_PER_ACCOUNT", "2"),
              Map.entry("PARLEY_LIMITS_UPLOAD_PER_ACCOUNT", "2")));

  /** An address that nothing else in this run comes from. */
  static String address() {
    var number = NUMBER.incrementAndGet();
    return "198.18." + number / 250 + "." + (1 + number % 250);
  }

  Client from(String forwardedFor) {
    return forum.guest().header("x-forwarded-for", forwardedFor);
  }

  Client anywhere() {
    return from(address());
  }

  Response register(Client client, String username) {
    return client.post(
        "/api/register",
        new JsonObject()
            .put("username", username)
            .put("email", Forum.unique("limited") + "@example.org")
            .put("password", Client.PASSWORD));
  }

  Response signIn(Client client, String login) {
    return client.post(
        "/api/login", new JsonObject().put("username", login).put("password", "wrong password"));
  }

  Response sendReset(Client client, String email) {
    return client.post("/api/reset/send", new JsonObject().put("email", email));
  }

  /** As when a proxy adds a line of its own below what the client sent. */
  int signIn(List<String> forwardedFor, String login) {
    return forum
        .guest()
        .request(HttpMethod.POST, "/api/login")
        .putHeader("x-forwarded-for", forwardedFor)
        .sendJsonObject(new JsonObject().put("username", login).put("password", "wrong password"))
        .await()
        .statusCode();
  }

  @Override
  public void close() {
    forum.close();
  }
}

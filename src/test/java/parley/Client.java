package parley;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who uses the interface. Every answer is checked against the contract before a test sees
 * it.
 */
public final class Client {

  public static final String PASSWORD = "correct horse battery";

  /** Requests that one client can have under way. */
  private static final int AT_ONCE = 50;

  private final Forum forum;
  private final WebClient web;
  private final String token;
  private final JsonObject user;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Client(Forum forum, String token, JsonObject user) {
    this.forum = forum;
    this.token = token;
    this.user = user;
    this.web =
        WebClient.create(
            forum.vertx(),
            new WebClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(forum.port())
                .setFollowRedirects(false),
            new PoolOptions().setHttp1MaxSize(AT_ONCE));
  }

  /** The same somebody, who sends one more header. */
  public Client header(String name, String value) {
    var other = new Client(forum, token, user);
    other.headers.putAll(headers);
    other.headers.put(name, value);
    return other;
  }

  /** Becomes a member with an address made of what is ASCII in the name. */
  public Client register(String username) {
    var answer =
        post(
            "/api/register",
            new JsonObject()
                .put("username", username)
                .put("email", username.replaceAll("[^!-~]", "_") + "@example.org")
                .put("password", PASSWORD));
    return signedIn(answer.expect(201));
  }

  /** Signs in once more, which is another session. */
  public Client signIn(String login, String password) {
    var credentials = new JsonObject().put("username", login).put("password", password);
    return signedIn(post("/api/login", credentials).expect(200));
  }

  private Client signedIn(Response answer) {
    return new Client(forum, answer.json().getString("token"), answer.json().getJsonObject("user"));
  }

  /** Somebody who has only this token. */
  public Client withToken(String other) {
    return new Client(forum, other, user);
  }

  public Response get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  public Response post(String path) {
    return send(HttpMethod.POST, path, null);
  }

  public Response post(String path, JsonObject body) {
    return send(HttpMethod.POST, path, body.toBuffer());
  }

  public Response put(String path) {
    return send(HttpMethod.PUT, path, null);
  }

  public Response put(String path, JsonObject body) {
    return send(HttpMethod.PUT, path, body.toBuffer());
  }

  public Response delete(String path) {
    return send(HttpMethod.DELETE, path, null);
  }

  /** Sends bytes as JSON, whatever they are. */
  public Response send(HttpMethod method, String path, Buffer body) {
    var request = request(method, path);
    if (body != null) {
      if (!headers.containsKey("content-type")) {
        request.putHeader("content-type", "application/json");
      }
      return Response.of(forum, method, path, request.sendBuffer(body).await());
    }
    return Response.of(forum, method, path, request.send().await());
  }

  /** A request with this client's token and headers, for what the shorter methods cannot say. */
  public HttpRequest<Buffer> request(HttpMethod method, String path) {
    var request = web.request(method, path);
    headers.forEach(request::putHeader);
    return token == null ? request : request.bearerTokenAuthentication(token);
  }

  /** Opens a topic in the first board. */
  public JsonObject topic(String title, String content) {
    return post(
            "/api/topic/add",
            new JsonObject().put("title", title).put("content", content).put("boardId", 1))
        .expect(201)
        .json();
  }

  public JsonObject reply(long topicId, String content) {
    return post("/api/reply/add", new JsonObject().put("topicId", topicId).put("content", content))
        .expect(201)
        .json();
  }

  public String token() {
    return token;
  }

  public long id() {
    return user.getLong("id");
  }

  public String username() {
    return user.getString("username");
  }

  public String email() {
    return user.getString("email");
  }
}

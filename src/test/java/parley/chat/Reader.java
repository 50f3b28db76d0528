package parley.chat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hears what is said in a room as {@code docs/chat-client.md} tells clients to: what it missed it
 * fetches, when it has connected again and when a message names another one before it than the last
 * that was heard.
 */
final class Reader extends Reconnecting {

  private final HttpClient http;
  private final int port;
  private final String token;
  private final String roomId;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private long lastId;
  private boolean fetching;
  private boolean fetchAgain;

  Reader(Vertx vertx, int port, String token, String roomId) {
    super(vertx, port, token);
    this.http = vertx.createHttpClient();
    this.port = port;
    this.token = token;
    this.roomId = roomId;
  }

  List<String> heard() {
    return heard;
  }

  @Override
  void opened() {
    send(JsonObject.of("type", "register", "address", "chat.room." + roomId));
    fetch();
  }

  @Override
  void received(JsonObject frame) {
    var event = frame.getJsonObject("body", new JsonObject());
    if ("message".equals(event.getString("type"))) {
      var message = event.getJsonObject("message");
      if (event.getLong("previousId") == lastId && !fetching) {
        take(message);
      } else if (message.getLong("id") > lastId) {
        fetch();
      }
    }
  }

  private void take(JsonObject message) {
    lastId = message.getLong("id");
    heard.add(message.getString("content"));
  }

  /** One at a time: what comes meanwhile is fetched behind it. */
  private void fetch() {
    if (fetching) {
      fetchAgain = true;
      return;
    }
    fetching = true;
    fetchAgain = false;
    var after = JsonObject.of("roomId", roomId, "after", lastId, "limit", 100);
    http.request(HttpMethod.POST, port, "127.0.0.1", "/api/chat/messages")
        .compose(
            request ->
                request
                    .putHeader("authorization", "Bearer " + token)
                    .putHeader("content-type", "application/json")
                    .send(after.toBuffer()))
        .compose(response -> response.body())
        .map(body -> body.toJsonObject().getJsonArray("items"))
        .onComplete(
            missed -> {
              fetching = false;
              if (missed.failed()) {
                return; // cut off again; the next connection fetches
              }
              missed.result().forEach(message -> take((JsonObject) message));
              if (!missed.result().isEmpty() || fetchAgain) {
                fetch();
              }
            });
  }

  @Override
  public void close() {
    super.close();
    http.close();
  }
}

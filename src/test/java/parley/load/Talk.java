package parley.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Pairs of members who talk, all together at a steady rate. For use on one event loop. */
final class Talk {

  private static final long TICK_MILLIS = 5;

  private record Speaker(WebSocket socket, String roomId, String token) {}

  private final Vertx vertx;
  private final LoadSockets sockets;
  private final List<Speaker> speakers = new ArrayList<>();
  private final Map<String, Long> saidAt = new HashMap<>();
  private Latencies stored = new Latencies();
  private Latencies heard = new Latencies();
  private int refused;
  private long said;

  Talk(Vertx vertx, LoadSockets sockets) {
    this.vertx = vertx;
    this.sockets = sockets;
  }

  /** One who speaks and one who listens, in a room of theirs. */
  Future<Void> pair(LoadMember one, LoadMember other) {
    return one.post("/api/chat/new", JsonObject.of("userId", other.id()))
        .map(room -> room.getString("roomId"))
        .compose(
            roomId ->
                sockets
                    .connect()
                    .compose(
                        speaking -> {
                          speaking.textMessageHandler(this::answered);
                          speakers.add(new Speaker(speaking, roomId, one.token()));
                          return sockets.connect();
                        })
                    .map(
                        listening -> {
                          listening.textMessageHandler(this::heard);
                          var headers = JsonObject.of("token", other.token());
                          listening.writeTextMessage(
                              JsonObject.of(
                                      "type",
                                      "register",
                                      "address",
                                      "chat.room." + roomId,
                                      "headers",
                                      headers)
                                  .encode());
                          return null;
                        }));
  }

  /**
   * Talks, and measures only that; ends some time after the last word, when all has been stored and
   * heard, or not.
   */
  Future<Void> talk(int perSecond, int seconds) {
    said = 0;
    refused = 0;
    stored = new Latencies();
    heard = new Latencies();
    var done = Promise.<Void>promise();
    var began = System.nanoTime();
    vertx.setPeriodic(
        TICK_MILLIS,
        timer -> {
          var passed = System.nanoTime() - began;
          var due =
              Math.min(passed, TimeUnit.SECONDS.toNanos(seconds)) * perSecond / 1_000_000_000L;
          while (said < due) {
            say(speakers.get((int) (said++ % speakers.size())));
          }
          if (passed > TimeUnit.SECONDS.toNanos(seconds + 3)) {
            vertx.cancelTimer(timer);
            done.complete();
          }
        });
    return done.future();
  }

  private void say(Speaker speaker) {
    var id = UUID.randomUUID().toString();
    saidAt.put(id, System.nanoTime());
    var body =
        JsonObject.of("roomId", speaker.roomId(), "content", "Said as " + id, "clientId", id);
    speaker
        .socket()
        .writeTextMessage(
            JsonObject.of(
                    "type",
                    "send",
                    "address",
                    "chat.send",
                    "replyAddress",
                    id,
                    "headers",
                    JsonObject.of("token", speaker.token()),
                    "body",
                    body)
                .encode());
  }

  private void answered(String text) {
    var frame = new JsonObject(text);
    if ("rec".equals(frame.getString("type"))) {
      stored.add(System.nanoTime() - saidAt.get(frame.getString("address")));
    } else {
      refused++;
    }
  }

  private void heard(String text) {
    var event = new JsonObject(text).getJsonObject("body", new JsonObject());
    if ("message".equals(event.getString("type"))) {
      var content = event.getJsonObject("message").getString("content");
      heard.add(System.nanoTime() - saidAt.get(content.substring("Said as ".length())));
    }
  }

  long said() {
    return said;
  }

  Latencies stored() {
    return stored;
  }

  Latencies heard() {
    return heard;
  }

  int refused() {
    return refused;
  }
}

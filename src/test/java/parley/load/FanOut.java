package parley.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;

/** Connections that listen to two addresses each, and a topic that the first of them watch. */
final class FanOut {

  private static final String EVENT = "replyAdded";

  private final Vertx vertx;
  private final LoadSockets sockets;
  private final int watchers;
  private final long topicId;
  private final long quietTopicId;
  private int connected;
  private int told;
  private long began;
  private Latencies times = new Latencies();
  private Promise<Latencies> all = Promise.promise();

  /**
   * @param watchers how many of the connections watch the topic; the others watch another one
   */
  FanOut(Vertx vertx, LoadSockets sockets, int watchers, long topicId, long quietTopicId) {
    this.vertx = vertx;
    this.sockets = sockets;
    this.watchers = watchers;
    this.topicId = topicId;
    this.quietTopicId = quietTopicId;
  }

  /** Opens so many connections, some at once. */
  Future<Void> connect(int connections, int atOnce) {
    var done = Promise.<Void>promise();
    for (var i = 0; i < atOnce; i++) {
      connectNext(connections, done);
    }
    return done.future();
  }

  private void connectNext(int connections, Promise<Void> done) {
    if (connected >= connections) {
      return;
    }
    var number = connected++;
    sockets
        .connect()
        .onSuccess(
            socket -> {
              listen(socket, number);
              if (sockets.held() + sockets.lost() >= connections) {
                done.tryComplete();
              } else {
                connectNext(connections, done);
              }
            })
        .onFailure(done::tryFail);
  }

  private void listen(WebSocket socket, int number) {
    var topic = "topic." + (number < watchers ? topicId : quietTopicId);
    register(socket, topic);
    register(socket, number < watchers ? "topic." + quietTopicId : "index");
    socket.textMessageHandler(this::received);
  }

  private static void register(WebSocket socket, String address) {
    socket.writeTextMessage(JsonObject.of("type", "register", "address", address).encode());
  }

  private void received(String frame) {
    if (frame.contains(EVENT)) {
      times.add(System.nanoTime() - began);
      if (++told == watchers) {
        all.complete(times);
      }
    }
  }

  /** Replies, and gives how long after the request was sent each of the watchers had the event. */
  Future<Latencies> reply(LoadMember author) {
    told = 0;
    times = new Latencies();
    all = Promise.promise();
    began = System.nanoTime();
    var timer = vertx.setTimer(10_000, late -> all.tryFail("Only " + told + " were told."));
    return author
        .post(
            "/api/reply/add",
            JsonObject.of("topicId", topicId, "content", "To *all* who watch this topic."))
        .compose(replied -> all.future())
        .onComplete(done -> vertx.cancelTimer(timer));
  }
}

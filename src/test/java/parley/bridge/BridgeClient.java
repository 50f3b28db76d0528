package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.Client;
import parley.Forum;

/** A client of the event-bus bridge over a raw WebSocket, with the frames as they are. */
public final class BridgeClient implements AutoCloseable {

  /** The close code of a connection that ended without one (RFC 6455, 7.1.5). */
  public static final int ABNORMAL = 1006;

  private static final int PATIENCE_SECONDS = 10;

  private final WebSocketClient http;
  private final WebSocket socket;
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private String token;

  private BridgeClient(WebSocketClient http, WebSocket socket) {
    this.http = http;
    this.socket = socket;
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.closeHandler(done -> closed.complete(code(socket.closeStatusCode())));
    socket.exceptionHandler(failure -> assertThat(failure).isInstanceOf(HttpClosedException.class));
  }

  private static int code(Short given) {
    return given == null ? ABNORMAL : given.intValue();
  }

  /** Somebody who is not signed in, on the bridge's own port. */
  public static BridgeClient guest(Forum forum) {
    return open(forum.vertx(), options(forum.bridgePort()));
  }

  /** A member who names the token in each frame. */
  public static BridgeClient of(Forum forum, Client member) {
    return guest(forum).withToken(member.token());
  }

  public static WebSocketConnectOptions options(int port) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/eventbus/websocket");
  }

  public static BridgeClient open(Vertx vertx, WebSocketConnectOptions options) {
    var http =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(4 << 20)
                .setMaxMessageSize(4 << 20)
                .setMaxConnections(1000));
    // handlers are set where the socket is opened, so that no frame is missed
    var connecting = new CompletableFuture<BridgeClient>();
    vertx.runOnContext(
        now ->
            http.connect(options)
                .onSuccess(open -> connecting.complete(new BridgeClient(http, open)))
                .onFailure(connecting::completeExceptionally));
    return connecting.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  public BridgeClient withToken(String other) {
    token = other;
    return this;
  }

  /** Sends a text as it is. */
  public BridgeClient write(String text) {
    socket.writeTextMessage(text);
    return this;
  }

  public WebSocket socket() {
    return socket;
  }

  private JsonObject frame(String type, String address) {
    var frame = JsonObject.of("type", type, "address", address);
    return token == null ? frame : frame.put("headers", JsonObject.of("token", token));
  }

  public BridgeClient register(String address) {
    return write(frame("register", address).encode());
  }

  public BridgeClient unregister(String address) {
    return write(frame("unregister", address).encode());
  }

  public BridgeClient publish(String address, JsonObject body) {
    return write(frame("publish", address).put("body", body).encode());
  }

  /** Sends without waiting for the answer; gives the address where it will come. */
  public String post(String address, JsonObject body) {
    var replyAddress = UUID.randomUUID().toString();
    write(frame("send", address).put("body", body).put("replyAddress", replyAddress).encode());
    return replyAddress;
  }

  /** Sends, and waits for the answer's frame. What comes before it is kept for later. */
  public JsonObject ask(String address, JsonObject body) {
    var replyAddress = post(address, body);
    return next(frame -> replyAddress.equals(frame.getString("address")));
  }

  /** The body of a good answer. */
  public JsonObject send(String address, JsonObject body) {
    var answer = ask(address, body);
    assertThat(answer.getString("type")).as("answer %s", answer).isEqualTo("rec");
    return answer.getJsonObject("body");
  }

  /** The failure code of a refusal. */
  public int refusal(String address, JsonObject body) {
    var answer = ask(address, body);
    assertThat(answer.getString("type")).as("answer %s", answer).isEqualTo("err");
    return answer.getInteger("failureCode");
  }

  /** Listens, and waits until it is so: frames are worked on in order. */
  public BridgeClient listen(String address) {
    register(address);
    var refused = ask("nowhere", new JsonObject());
    assertThat(refused.getInteger("failureCode")).isEqualTo(403);
    assertThat(frames)
        .noneMatch(frame -> address.equals(frame.getString("address")) && isError(frame));
    return this;
  }

  public static boolean isError(JsonObject frame) {
    return "err".equals(frame.getString("type"));
  }

  /** Takes the first frame that is like this; those before it stay. */
  public JsonObject next(Predicate<JsonObject> wanted) {
    var kept = new ArrayList<JsonObject>();
    try {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (true) {
        var frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        assertThat(frame).as("a frame after %s", kept).isNotNull();
        if (wanted.test(frame)) {
          return frame;
        }
        kept.add(frame);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      var later = new ArrayList<JsonObject>();
      frames.drainTo(later);
      frames.addAll(kept);
      frames.addAll(later);
    }
  }

  /** The body of the next event of this type at the address. */
  public JsonObject event(String address, String type) {
    return next(frame ->
            address.equals(frame.getString("address"))
                && !isError(frame)
                && type.equals(frame.getJsonObject("body").getString("type")))
        .getJsonObject("body");
  }

  /** The next refusal. */
  public JsonObject error() {
    return next(BridgeClient::isError);
  }

  /** What has come and nobody has taken. */
  public List<JsonObject> untaken() {
    return List.copyOf(frames);
  }

  /** Waits for the end of the connection; gives the close code. */
  public int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  /** Closes, of one's own accord and before the test is over. */
  public void hangUp() {
    socket.close();
    http.close();
  }

  @Override
  public void close() {
    hangUp();
  }
}

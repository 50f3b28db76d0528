package parley.chat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import parley.bridge.BridgeClient;

/** A client that connects again whenever it is cut off. Everything happens on one event loop. */
abstract class Reconnecting implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  final Context context;
  private final Vertx vertx;
  private final WebSocketClient client;
  private final int port;
  private final String token;
  private WebSocket socket;
  private volatile boolean closed;

  Reconnecting(Vertx vertx, int port, String token) {
    this.vertx = vertx;
    this.port = port;
    this.token = token;
    this.context = vertx.getOrCreateContext();
    this.client = vertx.createWebSocketClient();
  }

  void start() {
    context.runOnContext(now -> connect());
  }

  private void connect() {
    if (!closed) {
      client
          .connect(BridgeClient.options(port))
          .onSuccess(this::connected)
          .onFailure(refused -> vertx.setTimer(PAUSE_MILLIS, later -> connect()));
    }
  }

  private void connected(WebSocket open) {
    socket = open;
    open.textMessageHandler(text -> received(new JsonObject(text)));
    open.exceptionHandler(cut -> {});
    open.closeHandler(
        gone -> {
          socket = null;
          connect();
        });
    opened();
  }

  /** Sends unless the connection is gone, which the next one makes good. */
  final void send(JsonObject frame) {
    if (socket != null) {
      frame.put("headers", JsonObject.of("token", token));
      socket.writeTextMessage(frame.encode());
    }
  }

  abstract void opened();

  abstract void received(JsonObject frame);

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}

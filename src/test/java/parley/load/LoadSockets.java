package parley.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Opens connections to the bridge, from several loopback addresses: one has 28,000 ports. */
final class LoadSockets {

  private static final int PER_ADDRESS = 5_000;
  private static final long PING_MILLIS = 20_000;
  private static final String PING = JsonObject.of("type", "ping").encode();

  private final Vertx vertx;
  private final String host;
  private final int port;
  private final List<WebSocketClient> clients = new ArrayList<>();
  private final List<WebSocket> open = new ArrayList<>();
  private int next;
  private int lost;

  LoadSockets(Vertx vertx, String host, int port) {
    this.vertx = vertx;
    this.host = host;
    this.port = port;
  }

  Future<WebSocket> connect() {
    var group = next++ / PER_ADDRESS;
    if (group == clients.size()) {
      clients.add(
          vertx.createWebSocketClient(
              new WebSocketClientOptions()
                  .setLocalAddress("127.0.0." + (2 + group))
                  .setMaxMessageSize(1 << 20)
                  .setMaxFrameSize(1 << 20)
                  .setMaxConnections(PER_ADDRESS)));
    }
    var options =
        new WebSocketConnectOptions().setHost(host).setPort(port).setURI("/eventbus/websocket");
    return clients.get(group).connect(options).onSuccess(this::opened);
  }

  private void opened(WebSocket socket) {
    open.add(socket);
    var pings = vertx.setPeriodic(PING_MILLIS, timer -> socket.writeTextMessage(PING));
    socket.exceptionHandler(failure -> {});
    socket.closeHandler(
        closed -> {
          lost++;
          open.remove(socket);
          vertx.cancelTimer(pings);
        });
  }

  int held() {
    return open.size();
  }

  int lost() {
    return lost;
  }
}

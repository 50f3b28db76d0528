package parley.management;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, as when the server goes down, and restored. */
final class Detour implements AutoCloseable {

  private final NetServer server;
  private final NetClient client;
  private final String host;
  private final int port;
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Detour(Vertx vertx, String host, int port) {
    this.host = host;
    this.port = port;
    this.client = vertx.createNetClient();
    this.server = vertx.createNetServer().connectHandler(this::forward);
  }

  static Detour to(Vertx vertx, String host, int port) {
    var detour = new Detour(vertx, host, port);
    detour.server.listen(0, "127.0.0.1").await();
    return detour;
  }

  private void forward(NetSocket near) {
    if (cut) {
      near.close();
      return;
    }
    near.pause();
    client
        .connect(port, host)
        .onFailure(failure -> near.close())
        .onSuccess(
            far -> {
              open.add(near);
              near.closeHandler(closed -> far.close());
              far.closeHandler(closed -> near.close());
              far.handler(near::write);
              near.handler(far::write);
              near.resume();
            });
  }

  int port() {
    return server.actualPort();
  }

  /** Closes every connection, and each new one at once. */
  void cut() {
    cut = true;
    open.forEach(NetSocket::close);
    open.clear();
  }

  void restore() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    server.close().await();
    client.close().await();
  }
}

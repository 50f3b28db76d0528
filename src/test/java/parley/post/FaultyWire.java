package parley.post;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** The wire to a database, which fails once, at a chunk of bytes that is counted from now. */
final class FaultyWire implements AutoCloseable {

  enum Fault {
    /** The connection ends, and the chunk is lost. */
    CUT,
    /** The connection ends after the chunk has passed. */
    CUT_AFTER,
    /** The connection stays open, and nothing passes any more. */
    STALL
  }

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final String host;
  private final int port;
  private final NetServer server;
  private int left;
  private Fault fault;

  FaultyWire(String host, int port) {
    this.host = host;
    this.port = port;
    this.server = vertx.createNetServer().connectHandler(this::connect);
    server.listen(0, "127.0.0.1").await();
  }

  int port() {
    return server.actualPort();
  }

  /** At the n-th chunk from now, in either direction. */
  synchronized void failAt(int chunk, Fault what) {
    left = chunk;
    fault = what;
  }

  /** Calls it off; tells whether it has happened. */
  synchronized boolean hasFailed() {
    var happened = left <= 0;
    left = 0;
    return happened;
  }

  private synchronized Fault next() {
    return left > 0 && --left == 0 ? fault : null;
  }

  private void connect(NetSocket from) {
    from.pause();
    client
        .connect(port, host)
        .onFailure(failure -> from.close())
        .onSuccess(
            to -> {
              var stalled = new boolean[1];
              from.handler(bytes -> pass(bytes, from, to, to, stalled));
              to.handler(bytes -> pass(bytes, from, to, from, stalled));
              to.closeHandler(closed -> from.close());
              from.closeHandler(closed -> to.close());
              from.resume();
            });
  }

  private void pass(
      Buffer bytes, NetSocket from, NetSocket to, NetSocket receiver, boolean[] stalled) {
    if (stalled[0]) {
      return;
    }
    var failure = next();
    if (failure == Fault.STALL) {
      stalled[0] = true;
      return;
    }
    if (failure != Fault.CUT) {
      receiver.write(bytes);
    }
    if (failure != null) {
      from.close();
      to.close();
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}

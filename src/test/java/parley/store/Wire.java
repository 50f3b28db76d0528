package parley.store;

import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The wire to a store, which a test can cut, or make swallow or delay what is sent. */
public final class Wire implements AutoCloseable {

  private enum State {
    WHOLE,
    CUT,
    SWALLOWING,
    ONE_WAY,
    SLOW
  }

  /** Timers that are due at the same time need not be in order. */
  private static final long APART_MS = 2;

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private final Set<NetSocket> dead = ConcurrentHashMap.newKeySet();
  private final String host;
  private final int port;
  private final NetServer server;
  private volatile State state = State.WHOLE;
  private volatile long delayMs;
  private final Map<NetSocket, Long> lastDue = new ConcurrentHashMap<>();

  public Wire(String host, int port) {
    this.host = host;
    this.port = port;
    this.server = vertx.createNetServer().connectHandler(this::connect);
    server.listen(0, "127.0.0.1").await();
  }

  public int port() {
    return server.actualPort();
  }

  /** Closes every connection, and each new one at once. */
  public void cut() {
    state = State.CUT;
    open.forEach(NetSocket::close);
  }

  /**
   * Takes connections and bytes, and passes nothing on: not even when the wire is mended, so that
   * whoever still waits on such a connection then waits for ever.
   */
  public void swallow() {
    state = State.SWALLOWING;
  }

  /** Passes on what is sent to the store, and nothing of what it answers. */
  public void loseAnswers() {
    state = State.ONE_WAY;
  }

  /** Passes everything on, each piece after this time. */
  public void delay(long milliseconds) {
    delayMs = milliseconds;
    state = State.SLOW;
  }

  /** Tells every client that nothing more comes, and goes on taking what it sends. */
  public void halfClose() {
    for (var from : open) {
      var channel = ((NetSocketInternal) from).channelHandlerContext().channel();
      ((DuplexChannel) channel).shutdownOutput();
    }
  }

  public void mend() {
    delayMs = 0;
    state = State.WHOLE;
  }

  /** The connections that swallowed something and are still held open by who opened them. */
  int deadConnections() {
    return dead.size();
  }

  private void connect(NetSocket from) {
    open.add(from);
    from.closeHandler(
        closed -> {
          open.remove(from);
          dead.remove(from);
        });
    switch (state) {
      case CUT -> from.close();
      case SWALLOWING -> {
        dead.add(from);
        from.handler(swallowed -> {});
      }
      case WHOLE, ONE_WAY, SLOW -> {
        from.pause();
        client
            .connect(port, host)
            .onFailure(failure -> from.close())
            .onSuccess(to -> join(from, to));
      }
    }
  }

  private void join(NetSocket from, NetSocket to) {
    from.handler(bytes -> pass(bytes, from, to));
    to.handler(bytes -> pass(bytes, from, from));
    to.closeHandler(closed -> from.close());
    from.closeHandler(
        closed -> {
          open.remove(from);
          dead.remove(from);
          to.close();
        });
    from.resume();
  }

  private void pass(Buffer bytes, NetSocket from, NetSocket to) {
    if (state == State.SWALLOWING || state == State.ONE_WAY && from == to) {
      dead.add(from);
    }
    if (dead.contains(from) && !(state == State.ONE_WAY && from != to)) {
      return;
    }
    var now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    // also when it is mended nothing overtakes what was delayed
    var due = Math.max(now + delayMs, lastDue.getOrDefault(to, 0L) + APART_MS);
    if (delayMs > 0 || due > now + APART_MS) {
      lastDue.put(to, due);
      vertx.setTimer(Math.max(1, due - now), late -> to.write(bytes));
    } else {
      to.write(bytes);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}

package parley.http.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import parley.http.intake.IntakeMetrics.Cut;
import parley.text.IpAddress;

/**
 * Bounds what clients make this process hold: connections, in all and of one network; unfinished
 * headers, messages and bodies, in bytes and in time. One for a process, for each of its public
 * listeners. Why it is done here and how: docs/decisions/011.
 */
public final class Intake {

  private final Capacity capacity;
  private final Deadlines deadlines;
  private final NetworkCounts networks;
  private final AtomicInteger connections = new AtomicInteger();
  private final HeldBytes held;
  private final IntakeMetrics metrics;
  private volatile boolean draining;

  /**
   * @param trustedProxies whose connections may be anybody's
   */
  public Intake(parley.config.Intake config, Set<String> trustedProxies, MeterRegistry registry) {
    this.capacity = Capacity.of(config);
    this.deadlines = Deadlines.of(config);
    this.networks = new NetworkCounts(config.connectionsPerNetwork(), trustedProxies);
    this.held = new HeldBytes(capacity.bytes());
    this.metrics = new IntakeMetrics(registry, connections, held);
  }

  /** What bodies are counted in. */
  public HeldBytes held() {
    return held;
  }

  /** Counts a body that was not taken because there is no room. */
  public void refusedBody() {
    metrics.cut(Cut.BYTES);
  }

  /** From now on each answer is the last one on its connection, so that clients go elsewhere. */
  public void drain() {
    draining = true;
  }

  /** Watches a listener, which serves on one event loop and does not listen yet. */
  public HttpServer guard(HttpServer server) {
    var watch = new LoopWatch(deadlines, held, metrics);
    return server.connectionHandler(connection -> connected(connection, watch));
  }

  /** Gives the answers of a listener of this machine's own the security headers. */
  public static HttpServer addHeaders(HttpServer server) {
    return server.connectionHandler(
        connection -> ClientHandlers.addHeadersTo(channel(connection).pipeline()));
  }

  private void connected(HttpConnection connection, LoopWatch watch) {
    var channel = channel(connection);
    var client = new Client(channel, watch, held, System.nanoTime());
    var address = address(connection);
    ClientHandlers.addTo(channel.pipeline(), client, () -> draining);
    watch.use(channel.eventLoop());
    if (!networks.enter(address)) {
      refuse(channel, Cut.NETWORK);
      return;
    }
    channel
        .closeFuture()
        .addListener(
            closed -> {
              connections.decrementAndGet();
              networks.leave(address);
              client.closed();
            });
    if (connections.incrementAndGet() > capacity.connections() && !watch.giveWay()) {
      refuse(channel, Cut.CONNECTIONS);
    } else {
      watch.moved(client);
    }
  }

  private void refuse(Channel channel, Cut reason) {
    metrics.cut(reason);
    var head = channel.pipeline().firstContext();
    head.writeAndFlush(Refusals.FULL.bytes()).addListener(sent -> head.close());
  }

  private static String address(HttpConnection connection) {
    var peer = connection.remoteAddress();
    return peer == null || peer.hostAddress() == null
        ? ""
        : IpAddress.canonical(peer.hostAddress());
  }

  private static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }
}

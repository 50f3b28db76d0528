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
 * Limits what clients can make this process hold: connections, in total and for one network;
 * unfinished headers, messages and bodies, in bytes and in time. One object for all public
 * listeners of a process. See docs/decisions/011.
 */
public final class Intake {

  private final Capacity capacity;
  private final Deadlines deadlines;
  private final NetworkCounts networks;
  private final AtomicInteger connections = new AtomicInteger();
  private final Loops loops = new Loops();
  private final HeldBytes held;
  private final IntakeMetrics metrics;

  /**
   * @param trustedProxies addresses whose connections may come from any client
   */
  public Intake(parley.config.Intake config, Set<String> trustedProxies, MeterRegistry registry) {
    this.capacity = Capacity.of(config);
    this.deadlines = Deadlines.of(config);
    this.networks = new NetworkCounts(config.connectionsPerNetwork(), trustedProxies);
    this.held = new HeldBytes(capacity.bytes());
    this.metrics = new IntakeMetrics(registry, connections, held);
  }

  /** Counts the bytes of bodies. */
  public HeldBytes held() {
    return held;
  }

  /** Counts a body that was refused because there is no room. */
  public void refusedBody() {
    metrics.cut(Cut.BYTES);
  }

  /** Watches a listener, which serves on one event loop and does not listen yet. */
  public HttpServer guard(HttpServer server) {
    var watch = new LoopWatch(deadlines, held, metrics, loops);
    return server.connectionHandler(connection -> connected(connection, watch));
  }

  /** Adds the security headers to the answers of a listener that is not public. */
  public static HttpServer addHeaders(HttpServer server) {
    return server.connectionHandler(
        connection -> ClientHandlers.addHeadersTo(channel(connection).pipeline()));
  }

  private void connected(HttpConnection connection, LoopWatch watch) {
    var channel = channel(connection);
    var client = new Client(channel, watch, held, System.nanoTime());
    var address = address(connection);
    ClientHandlers.addTo(channel.pipeline(), client);
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

  @SuppressWarnings("FutureReturnValueIgnored") // the connection is gone if the answer fails
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

package parley.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures the lag of each event loop: how late a timer runs, which is the least wait of every
 * request on it. Measured twice a second.
 */
public final class LoopLag implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Timer lag;
  private volatile boolean closed;

  public LoopLag(Vertx vertx, MeterRegistry registry) {
    this.lag =
        Timer.builder("parley.event.loop.lag")
            .description("Lag of the event loops: how late their timers run")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    ((VertxInternal) vertx).eventLoopGroup().forEach(this::watch);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a measurement does not fail
  private void watch(EventExecutor loop) {
    var due = System.nanoTime() + PERIOD_NANOS;
    loop.schedule(() -> look(loop, due), PERIOD_NANOS, TimeUnit.NANOSECONDS);
  }

  private void look(EventExecutor loop, long due) {
    if (!closed) {
      lag.record(Math.max(0, System.nanoTime() - due), TimeUnit.NANOSECONDS);
      watch(loop);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}

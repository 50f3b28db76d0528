package parley.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.store.Database;
import parley.store.RedisStore;

/** Pings the stores periodically and measures the response time. */
public final class StoreProbe implements AutoCloseable {

  private static final long PERIOD_MS = 10_000;

  private final Vertx vertx;
  private final long timer;

  public StoreProbe(Vertx vertx, Database database, RedisStore redis, MeterRegistry registry) {
    this.vertx = vertx;
    var mysql = probe("mysql", database::ping, registry);
    var session = probe("redis", redis::ping, registry);
    this.timer =
        vertx.setPeriodic(
            0,
            PERIOD_MS,
            round -> {
              mysql.run();
              session.run();
            });
  }

  private static Runnable probe(String store, Supplier<Future<Void>> ping, MeterRegistry registry) {
    var time =
        Timer.builder("parley.store.ping")
            .description("Time until the store answers a ping, every 10 s, or the ping fails")
            .tag("store", store)
            .register(registry);
    return () -> {
      var began = System.nanoTime();
      ping.get().onComplete(answer -> time.record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    };
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}

package parley.store;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.TimedClient.Timing;

/**
 * Logs slow statements. The time includes the wait for a connection or a lock. Values are never
 * logged.
 */
final class SlowStatements implements Timing {

  private static final Logger log = LoggerFactory.getLogger("parley.slow.query");

  private final long slowNanos;

  /**
   * @param slowMs 0 for none
   */
  SlowStatements(int slowMs) {
    this.slowNanos = slowMs == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(slowMs);
  }

  @Override
  public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
    var began = System.nanoTime();
    return statement.get().onComplete(done -> ended(sql, System.nanoTime() - began));
  }

  private void ended(String sql, long nanos) {
    if (nanos > slowNanos) {
      log.atWarn()
          .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
          .addKeyValue("sql", sql.strip().replaceAll("\\s+", " "))
          .log("Slow query");
    }
  }
}

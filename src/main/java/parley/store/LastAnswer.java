package parley.store;

import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.store.TimedClient.Timing;

/** When the database last said something, be it that a statement failed. */
final class LastAnswer {

  private volatile long nanos = System.nanoTime();

  void note() {
    nanos = System.nanoTime();
  }

  <T> void note(T answer, @Nullable Throwable failure) {
    if (failure == null || failure instanceof MySQLException) {
      note();
    }
  }

  /** Whether it has said something since this time of {@link System#nanoTime}. */
  boolean isSince(long time) {
    return nanos - time >= 0;
  }

  /** Notes the answers to statements that are timed so. */
  Timing noting(Timing timing) {
    return new Timing() {
      @Override
      public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
        return timing.of(sql, statement).onComplete(LastAnswer.this::note);
      }
    };
  }
}

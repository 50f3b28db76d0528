package parley.store;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import parley.failure.ForumException;
import parley.store.TimedClient.Timing;

/**
 * Refuses statements that add data while the database's disk is nearly full. A server that finds no
 * space for its own files may end, and then nobody can read either.
 */
final class RoomGuard implements Timing {

  private static final Set<String> ADDING = Set.of("INSERT", "UPDATE", "REPLACE");

  /** The longest of them, and a space. */
  private static final int WORD = 8;

  private final Timing timing;
  private volatile boolean full;

  RoomGuard(Timing timing) {
    this.timing = timing;
  }

  void set(boolean nowFull) {
    full = nowFull;
  }

  @Override
  public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
    return full && adds(sql)
        ? Future.failedFuture(
            ForumException.unavailable("database", new IOException("its disk is nearly full")))
        : timing.of(sql, statement);
  }

  private static boolean adds(String sql) {
    var text = sql.stripLeading();
    var word = text.substring(0, Math.min(WORD, text.length())).split("\\s", 2)[0];
    return ADDING.contains(word.toUpperCase(Locale.ROOT));
  }
}

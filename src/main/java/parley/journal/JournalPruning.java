package parley.journal;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import parley.store.Database;

/**
 * Removes what every reader has read and is old, a bounded number of rows at a time. The newest
 * entry always stays: a server that is started on a restored backup gives the id after the highest
 * one it finds, and a reader would never see an id below its cursor.
 */
record JournalPruning(Database database, Duration keep, Clock clock) {

  private static final int BATCH = 1_000;
  private static final JournalRepository JOURNAL = new JournalRepository();

  /** Returns the number of removed entries. */
  Future<Long> run() {
    return JOURNAL
        .readByAll(database.client())
        .compose(
            upTo -> JOURNAL.newest(database.client()).compose(newest -> remove(upTo, newest, 0)));
  }

  private Future<Long> remove(long upTo, long newest, long removed) {
    return JOURNAL
        .prune(database.client(), upTo, newest, clock.instant().minus(keep), BATCH)
        .compose(
            count ->
                count < BATCH
                    ? Future.succeededFuture(removed + count)
                    : remove(upTo, newest, removed + count));
  }
}

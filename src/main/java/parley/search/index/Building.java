package parley.search.index;

import io.vertx.sqlclient.SqlClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import parley.journal.JournalTail;
import parley.store.Database;

/**
 * Writes all that can be found into an index that is empty, the newest first. What changes
 * meanwhile is in the journal after the position that the index is given. Blocks.
 */
final class Building {

  /** What committed in this time may have an entry with a lower id that is not committed yet. */
  static final Duration UNSETTLED = Duration.ofMinutes(1);

  private static final List<Kind> ORDER =
      List.of(Kind.MEMBER, Kind.TOPIC, Kind.REPLY, Kind.MESSAGE);

  /** Is told after each page. */
  interface Progress {
    void of(long rows, long all);
  }

  private final Database database;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private final IndexRepository rows = new IndexRepository();

  /**
   * @param stopping ends it early when it becomes true
   */
  Building(Database database, Clock clock, BooleanSupplier stopping) {
    this.database = database;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** False where it was stopped; the index is not complete then. */
  boolean run(Generation index, Progress progress) throws IOException {
    var client = database.client();
    var position = JournalTail.newestBefore(database, clock.instant().minus(UNSETTLED)).await();
    var mark = JournalTail.mark(database, position).await().orElse("");
    var all = rows.count(client).await();
    var done = 0L;
    for (var kind : ORDER) {
      done = addAll(client, index, kind, done, all, progress);
    }
    if (stopping.getAsBoolean()) {
      return false;
    }
    index.refresh();
    index.commit(Standing.at(position, mark, true));
    return true;
  }

  private long addAll(
      SqlClient client, Generation index, Kind kind, long before, long all, Progress progress)
      throws IOException {
    var done = before;
    var page = rows.before(client, kind, Long.MAX_VALUE, Applying.ROWS).await();
    while (!page.isEmpty() && !stopping.getAsBoolean()) {
      for (var item : page) {
        index.of(kind).put(item);
      }
      index.of(kind).refresh();
      done += page.size();
      progress.of(done, Math.max(all, done));
      page = rows.before(client, kind, page.get(page.size() - 1).id(), Applying.ROWS).await();
    }
    return done;
  }
}

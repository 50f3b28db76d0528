package parley.journal;

import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.journal.JournalRepository.Cursor;
import parley.journal.JournalRepository.Row;
import parley.store.Backoff;
import parley.store.Claims;
import parley.store.Database;
import parley.store.StoreFailures;

/**
 * One reader's way through the journal: claims its cursor, reads batch by batch to the end, and
 * lets the cursor go. Belongs to one event loop.
 */
final class ReaderLoop {

  private static final Logger log = LoggerFactory.getLogger(ReaderLoop.class);

  /** Due at once, independent of the clocks of processes. */
  private static final Instant DUE = Instant.EPOCH;

  private static final int ERROR_MAX = 1000;

  /**
   * What a transaction has read.
   *
   * @param more whether there may be more to read
   */
  private record Batch(List<Entry<?>> entries, boolean more) {
    static final Batch NOTHING = new Batch(List.of(), false);
  }

  private final Vertx vertx;
  private final Database database;
  private final Reader reader;
  private final JournalSettings settings;
  private final Clock clock;
  private final Claims claims;
  private final Gaps gaps;
  private final Backoff backoff;
  private final JournalRepository journal = new JournalRepository();

  /**
   * The number of entries to read one by one after a failure, so that the failing entry does not
   * hold back those before it.
   */
  private int singly;

  private boolean busy;
  private boolean lookAgain;
  private boolean stopping;
  private final Promise<Void> idle = Promise.promise();

  ReaderLoop(Vertx vertx, Database database, Reader reader, JournalSettings settings, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
    this.claims = new Claims(database, "journal_cursor", "name", "", settings.lease(), clock);
    this.gaps = new Gaps(settings.gap());
    this.backoff = new Backoff(settings.retry(), settings.retryMax(), RandomGenerator.getDefault());
  }

  String name() {
    return reader.name();
  }

  /** Reads new entries, unless another process has the lease of this reader. */
  void look() {
    if (busy) {
      lookAgain = true;
    } else if (!stopping) {
      busy = true;
      lookAgain = false;
      claims
          .of(List.of(reader.name()))
          .compose(claim -> claim.isEmpty() ? Future.succeededFuture() : readAll(claim.token()))
          .onFailure(
              failure -> log.warn("Journal reader {} will try again: {}", name(), words(failure)))
          .onComplete(done -> rest());
    }
  }

  private void rest() {
    if (stopping) {
      idle.tryComplete();
      return;
    }
    vertx.setTimer(
        settings.pause().toMillis(),
        rested -> {
          busy = false;
          if (stopping) {
            idle.tryComplete();
          } else if (lookAgain) {
            look();
          }
        });
  }

  private Future<Void> readAll(String token) {
    var end = Promise.<Void>promise();
    next(token, end);
    return end.future()
        .transform(read -> read.succeeded() ? letGo(token) : afterFailure(token, read.cause()));
  }

  /** A loop and not a chain of futures, which would grow with the journal. */
  private void next(String token, Promise<Void> end) {
    database
        .transaction(tx -> batch(tx, token))
        .onFailure(end::fail)
        .onSuccess(
            batch -> {
              committed(batch.entries());
              if (batch.more() && !stopping) {
                next(token, end);
              } else {
                end.complete();
              }
            });
  }

  private void committed(List<Entry<?>> entries) {
    try {
      if (!entries.isEmpty()) {
        reader.committed().accept(entries);
      }
    } catch (RuntimeException e) {
      log.warn("Journal reader {} failed after a commit", name(), e);
    }
  }

  private Future<Batch> batch(SqlConnection tx, String token) {
    return journal
        .cursor(tx, reader.name(), token)
        .compose(
            cursor ->
                cursor.isEmpty() // another process has it: the lease has ended
                    ? Future.succeededFuture(Batch.NOTHING)
                    : read(tx, cursor.get()));
  }

  private Future<Batch> read(SqlConnection tx, Cursor cursor) {
    var limit = singly > 0 ? 1 : settings.batch();
    return journal
        .after(tx, cursor.position(), limit)
        .map(rows -> gaps.settled(cursor.position(), rows, System.nanoTime()))
        .compose(
            rows -> {
              if (rows.isEmpty()) {
                return Future.succeededFuture(Batch.NOTHING);
              }
              var last = rows.get(rows.size() - 1).id();
              var leaseEnd = clock.instant().plus(settings.lease());
              return handle(tx, rows)
                  .compose(
                      entries ->
                          journal
                              .move(tx, reader.name(), last, leaseEnd)
                              .map(moved -> new Batch(entries, rows.size() == limit)))
                  .onSuccess(read -> singly = Math.max(0, singly - 1));
            });
  }

  private Future<List<Entry<?>>> handle(SqlConnection tx, List<Row> rows) {
    try {
      var entries = new ArrayList<Entry<?>>();
      for (var row : rows) {
        var type = reader.types().get(row.type());
        if (type != null) {
          entries.add(entry(type, row));
        }
      }
      return entries.isEmpty()
          ? Future.succeededFuture(entries)
          : reader
              .work()
              .of(tx, entries)
              .transform(
                  (done, failure) ->
                      failure == null
                          ? Future.succeededFuture(entries)
                          : Future.failedFuture(new FailedEntries(rows, failure)));
    } catch (RuntimeException e) {
      return Future.failedFuture(new FailedEntries(rows, e));
    }
  }

  private static <T extends Record> Entry<T> entry(EntryType<T> type, Row row) {
    return new Entry<>(row.id(), type, row.subject(), type.decode(row.data()), row.createdAt());
  }

  private Future<Void> letGo(String token) {
    return claims.settle(reader.name(), token, "next_attempt_at = ?", utc(DUE)).mapEmpty();
  }

  /**
   * An unavailable store does not count as a failed attempt; a failure caused by an entry is tried
   * again after an increasing delay.
   */
  private Future<Void> afterFailure(String token, Throwable failure) {
    var cause =
        failure instanceof FailedEntries entries && entries.getCause() != null
            ? entries.getCause()
            : failure;
    if (StoreFailures.isUnavailable(cause)) {
      log.info("Journal reader {} could not read: {}", name(), words(cause));
      singly = settings.batch(); // an entry whose transaction stays open holds back only its own
      return letGo(token);
    }
    singly = settings.batch();
    return attempts(token)
        .compose(
            attempts -> {
              var wait = backoff.after(attempts);
              log.error(
                  "Journal reader {} failed {} times at {}; next try in {}",
                  name(),
                  attempts,
                  failure.getMessage(),
                  wait,
                  cause);
              return claims
                  .settle(
                      reader.name(),
                      token,
                      "attempts = ?, last_error = ?, next_attempt_at = ?",
                      attempts,
                      words(failure),
                      utc(clock.instant().plus(wait)))
                  .mapEmpty();
            });
  }

  private Future<Integer> attempts(String token) {
    return database
        .transaction(tx -> journal.cursor(tx, reader.name(), token))
        .map(cursor -> 1 + cursor.map(Cursor::attempts).orElse(0));
  }

  private static String words(Throwable failure) {
    var words = String.valueOf(failure);
    return words.length() <= ERROR_MAX ? words : words.substring(0, ERROR_MAX);
  }

  /** Stops; succeeds when the current transaction has been committed or rolled back. */
  Future<Void> stop() {
    stopping = true;
    if (!busy) {
      idle.tryComplete();
    }
    return idle.future();
  }
}

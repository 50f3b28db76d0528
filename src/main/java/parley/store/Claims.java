package parley.store;

import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Leases on rows of a table, so that each is worked on by one process at a time. A row is due when
 * its {@code next_attempt_at} has passed; a claim writes its token to {@code claimed_by} and moves
 * that time to the end of the lease. A claim that nobody settles in that time, as when the process
 * was killed, is due again and anybody's. Settling takes the claim's token, so that a process that
 * has lost its claim changes nothing.
 *
 * <p>Rows are locked by their primary key alone, so that a claim never makes a transaction wait
 * that inserts.
 */
public final class Claims {

  /** Rows that are claimed. */
  public record Claim(String token, List<Object> keys) {
    public boolean isEmpty() {
      return keys.isEmpty();
    }
  }

  /** Others claim too: so many times more rows are looked at than are wanted. */
  private static final int SPARE = 4;

  private final Database database;
  private final Duration lease;
  private final Clock clock;
  private final String key;
  private final String due;
  private final String lock;
  private final String claim;
  private final String settle;

  /**
   * @param table has the columns {@code next_attempt_at} and {@code claimed_by}
   * @param key its primary key
   * @param onClaim what else a claim sets, as {@code "state = 'sending', "}; may be empty
   */
  public Claims(
      Database database, String table, String key, String onClaim, Duration lease, Clock clock) {
    this.database = database;
    this.lease = lease;
    this.clock = clock;
    this.key = key;
    this.due =
        "SELECT %1$s FROM %2$s WHERE next_attempt_at <= ? ORDER BY next_attempt_at, %1$s LIMIT ?"
            .formatted(key, table);
    this.lock =
        """
        SELECT %1$s FROM %2$s FORCE INDEX (PRIMARY) WHERE %1$s IN (%%s) AND next_attempt_at <= ?
        ORDER BY %1$s LIMIT ? FOR UPDATE SKIP LOCKED
        """
            .formatted(key, table);
    this.claim =
        "UPDATE %2$s SET %3$sclaimed_by = ?, next_attempt_at = ? WHERE %1$s = ?"
            .formatted(key, table, onClaim);
    this.settle =
        "UPDATE %2$s SET claimed_by = NULL, %%s WHERE %1$s = ? AND claimed_by = ?"
            .formatted(key, table);
  }

  /** Claims at most so many of the rows that are due, the longest due first. */
  public Future<Claim> oldest(int count) {
    var now = clock.instant();
    return database
        .client()
        .preparedQuery(due)
        .mapping(row -> row.getValue(key))
        .execute(Tuple.of(utc(now), count * SPARE))
        .compose(rows -> claim(list(rows), count, now));
  }

  /** Claims those of the rows that are due. */
  public Future<Claim> of(List<Object> keys) {
    return claim(keys, keys.size(), clock.instant());
  }

  private Future<Claim> claim(List<Object> keys, int count, Instant now) {
    var token = UUID.randomUUID().toString();
    if (keys.isEmpty()) {
      return Future.succeededFuture(new Claim(token, keys));
    }
    return database
        .transaction(
            tx -> lock(tx, keys, count, now).compose(locked -> mark(tx, locked, now, token)))
        .map(claimed -> new Claim(token, claimed));
  }

  private Future<List<Object>> lock(SqlConnection tx, List<Object> keys, int count, Instant now) {
    var parameters = new ArrayList<>(keys);
    parameters.add(utc(now));
    parameters.add(count);
    return tx.preparedQuery(lock.formatted(marks(keys)))
        .mapping(row -> row.getValue(key))
        .execute(Tuple.wrap(parameters))
        .map(rows -> list(rows));
  }

  private Future<List<Object>> mark(
      SqlConnection tx, List<Object> locked, Instant now, String token) {
    if (locked.isEmpty()) {
      return Future.succeededFuture(locked);
    }
    var until = utc(now.plus(lease));
    var batch = locked.stream().map(row -> Tuple.of(token, until, row)).toList();
    return tx.preparedQuery(claim).executeBatch(batch).map(locked);
  }

  /**
   * Ends a claim on a row; false where another process has taken it over.
   *
   * @param set what else changes, such as {@code "next_attempt_at = ?"}
   * @param values of its parameters
   */
  public Future<Boolean> settle(Object row, String token, String set, Object... values) {
    var parameters = Tuple.tuple();
    for (var value : values) {
      parameters.addValue(value);
    }
    return database
        .client()
        .preparedQuery(settle.formatted(set))
        .execute(parameters.addValue(row).addValue(token))
        .map(rows -> rows.rowCount() == 1);
  }

  /** The marks of a list of parameters. */
  public static String marks(List<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }
}

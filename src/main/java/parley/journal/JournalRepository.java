package parley.journal;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.journal.JournalTail.Gap;
import parley.journal.JournalTail.Line;

/** The journal and its readers' cursors as rows. */
final class JournalRepository {

  private static final String ADD =
      "INSERT INTO journal (type, subject, data, created_at) VALUES (?, ?, ?, ?)";

  private static final String ADD_OF_LAST_INSERTED =
      "INSERT INTO journal (type, subject, data, created_at) VALUES ";

  /** The ids of rows that one statement inserts follow each other; the function gives the first. */
  private static final String OF_LAST_INSERTED =
      "(?, LAST_INSERT_ID() + %d * @@auto_increment_increment, ?, ?)";

  /** Another process may be doing the same. */
  private static final String ADD_CURSOR =
      """
      INSERT INTO journal_cursor (name, next_attempt_at) VALUES (?, ?)
      ON DUPLICATE KEY UPDATE name = VALUES(name)
      """;

  private static final String BEHIND =
      """
      SELECT name FROM journal_cursor
      WHERE position < (SELECT MAX(id) FROM journal) AND next_attempt_at <= ?
      """;

  private static final String CURSOR =
      "SELECT position, attempts FROM journal_cursor WHERE name = ? AND claimed_by = ? FOR UPDATE";

  /** Waits for entries whose transaction is open: none is passed over that will be committed. */
  private static final String AFTER =
      """
      SELECT id, type, subject, data, created_at FROM journal WHERE id > ? ORDER BY id LIMIT ?
      LOCK IN SHARE MODE
      """;

  private static final String MOVE =
      """
      UPDATE journal_cursor SET position = ?, attempts = 0, last_error = NULL, next_attempt_at = ?
      WHERE name = ?
      """;

  private static final String LAG =
      """
      SELECT c.name, c.attempts, c.last_error,
        (SELECT COUNT(*) FROM journal j WHERE j.id > c.position) AS entries,
        (SELECT created_at FROM journal j WHERE j.id > c.position ORDER BY id LIMIT 1) AS oldest
      FROM journal_cursor c
      """;

  private static final String READ_BY_ALL =
      "SELECT COALESCE(MIN(position), 0) AS id FROM journal_cursor";

  private static final String NEWEST = "SELECT COALESCE(MAX(id), 0) AS id FROM journal";

  private static final String PRUNE =
      "DELETE FROM journal WHERE id <= ? AND id < ? AND created_at < ? ORDER BY id LIMIT ?";

  private static final String LINES =
      "SELECT id, type, subject, data FROM journal WHERE id > ? %s ORDER BY id LIMIT ?";

  private static final String OR_IN_GAP = "OR id BETWEEN ? AND ? ";

  private static final String MARK = "SELECT type, subject, created_at FROM journal WHERE id = ?";

  /** Entries are written by the clocks of several processes, so times ascend only roughly. */
  private static final String NEWEST_BEFORE =
      "SELECT COALESCE(MAX(id), 0) AS id FROM journal WHERE created_at < ?";

  /** An entry as stored. */
  record Row(long id, String type, long subject, JsonObject data, Instant createdAt) {}

  /** The position of a reader, and the number of failed attempts there. */
  record Cursor(long position, int attempts) {}

  /**
   * What a reader has not read.
   *
   * @param oldest null where it has read all
   * @param error null where its last batch succeeded
   */
  record Lag(
      String reader,
      long entries,
      @Nullable Instant oldest,
      int attempts,
      @Nullable String error) {}

  Future<Void> add(SqlClient tx, String type, long subject, JsonObject data, Instant now) {
    return tx.preparedQuery(ADD)
        .execute(Tuple.of(type, subject, data.encode(), utc(now)))
        .mapEmpty();
  }

  Future<Void> addOfLastInserted(SqlClient tx, String type, List<JsonObject> data, Instant now) {
    var values = Tuple.tuple();
    data.forEach(row -> values.addString(type).addString(row.encode()).addValue(utc(now)));
    var rows =
        IntStream.range(0, data.size())
            .mapToObj(OF_LAST_INSERTED::formatted)
            .collect(Collectors.joining(", ", ADD_OF_LAST_INSERTED, ""));
    return tx.preparedQuery(rows).execute(values).mapEmpty();
  }

  Future<Void> addCursor(SqlClient client, String reader, Instant now) {
    return client.preparedQuery(ADD_CURSOR).execute(Tuple.of(reader, utc(now))).mapEmpty();
  }

  /** The readers that have entries to read and no valid lease. */
  Future<List<String>> behind(SqlClient client, Instant now) {
    return client
        .preparedQuery(BEHIND)
        .mapping(row -> row.getString("name"))
        .execute(Tuple.of(utc(now)))
        .map(rows -> list(rows));
  }

  /** Empty where another process has taken the reader over. */
  Future<Optional<Cursor>> cursor(SqlClient tx, String reader, String token) {
    return tx.preparedQuery(CURSOR)
        .mapping(row -> new Cursor(row.getLong("position"), row.getInteger("attempts")))
        .execute(Tuple.of(reader, token))
        .map(rows -> first(rows));
  }

  Future<List<Row>> after(SqlClient tx, long position, int limit) {
    return tx.preparedQuery(AFTER)
        .mapping(
            row ->
                new Row(
                    row.getLong("id"),
                    row.getString("type"),
                    row.getLong("subject"),
                    new JsonObject(row.getString("data")),
                    instant(row, "created_at")))
        .execute(Tuple.of(position, limit))
        .map(rows -> list(rows));
  }

  Future<Void> move(SqlClient tx, String reader, long position, Instant leaseEnd) {
    return tx.preparedQuery(MOVE).execute(Tuple.of(position, utc(leaseEnd), reader)).mapEmpty();
  }

  Future<List<Lag>> lag(SqlClient client) {
    return client
        .preparedQuery(LAG)
        .mapping(
            row ->
                new Lag(
                    row.getString("name"),
                    row.getLong("entries"),
                    instantOrNull(row, "oldest"),
                    row.getInteger("attempts"),
                    row.getString("last_error")))
        .execute()
        .map(rows -> list(rows));
  }

  /** The id up to which every reader has read; 0 where there is no reader. */
  Future<Long> readByAll(SqlClient client) {
    return number(client, READ_BY_ALL);
  }

  Future<Long> newest(SqlClient client) {
    return number(client, NEWEST);
  }

  /** Removes entries up to one id and before another; gives how many. */
  Future<Integer> prune(SqlClient client, long upTo, long before, Instant olderThan, int limit) {
    return client
        .preparedQuery(PRUNE)
        .execute(Tuple.of(upTo, before, utc(olderThan), limit))
        .map(rows -> rows.rowCount());
  }

  /** Committed entries after an id, and those in the gaps before it; without any lock. */
  Future<List<Line>> lines(SqlClient client, long after, List<Gap> gaps, int limit) {
    var values = Tuple.of(after);
    gaps.forEach(gap -> values.addLong(gap.from()).addLong(gap.to()));
    return client
        .preparedQuery(LINES.formatted(OR_IN_GAP.repeat(gaps.size())))
        .mapping(
            row ->
                new Line(
                    row.getLong("id"),
                    row.getString("type"),
                    row.getLong("subject"),
                    new JsonObject(row.getString("data"))))
        .execute(values.addInteger(limit))
        .map(rows -> list(rows));
  }

  Future<Optional<String>> mark(SqlClient client, long id) {
    return client
        .preparedQuery(MARK)
        .mapping(
            row ->
                row.getString("type")
                    + '/'
                    + row.getLong("subject")
                    + '/'
                    + instant(row, "created_at"))
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Long> newestBefore(SqlClient client, Instant time) {
    return client
        .preparedQuery(NEWEST_BEFORE)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(utc(time)))
        .map(rows -> first(rows).orElse(0L));
  }

  private static Future<Long> number(SqlClient client, String sql) {
    return client
        .preparedQuery(sql)
        .mapping(row -> row.getLong("id"))
        .execute()
        .map(rows -> first(rows).orElse(0L));
  }
}

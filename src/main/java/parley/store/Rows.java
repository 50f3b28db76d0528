package parley.store;

import io.vertx.mysqlclient.MySQLClient;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What every repository needs of the client's rows. */
public final class Rows {

  /** ER_DUP_ENTRY. */
  private static final int DUPLICATE = 1062;

  private Rows() {}

  public static <T> List<T> list(RowSet<T> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  public static <T> Optional<T> first(RowSet<T> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  /** The id that the database gave the inserted row. */
  public static long insertedId(RowSet<?> rows) {
    return rows.property(MySQLClient.LAST_INSERTED_ID);
  }

  /** A DATETIME column, which holds UTC; null where the column is. */
  public static Instant instant(Row row, String column) {
    var time = row.getLocalDateTime(column);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  /** An instant as a DATETIME column takes it. */
  public static LocalDateTime utc(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Whether the statement failed because a row with the unique key of this name exists. */
  public static boolean isDuplicate(Throwable failure, String key) {
    return failure instanceof MySQLException mysql
        && mysql.getErrorCode() == DUPLICATE
        && afterValue(mysql.getMessage()).contains(key);
  }

  /** The message quotes the value before the key, and the value may be anything. */
  private static String afterValue(String message) {
    return message.substring(Math.max(0, message.lastIndexOf(" for key ")));
  }
}

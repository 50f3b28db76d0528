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
import org.jetbrains.annotations.Contract;
import org.jspecify.annotations.Nullable;

/** Helpers for repositories to read rows. */
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

  /** The generated id of the inserted row. */
  public static long insertedId(RowSet<?> rows) {
    return rows.property(MySQLClient.LAST_INSERTED_ID);
  }

  /** Reads a DATETIME column that is never null; it contains UTC. */
  public static Instant instant(Row row, String column) {
    return row.getLocalDateTime(column).toInstant(ZoneOffset.UTC);
  }

  /** Reads a DATETIME column, which contains UTC; null if the column is null. */
  public static @Nullable Instant instantOrNull(Row row, String column) {
    var time = row.getLocalDateTime(column);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  /** Converts an instant for a DATETIME column; null stays null. */
  @Contract("!null -> !null")
  public static @Nullable LocalDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Whether the statement failed because of a duplicate value in the unique key with this name. */
  public static boolean isDuplicate(Throwable failure, String key) {
    return failure instanceof MySQLException mysql
        && mysql.getErrorCode() == DUPLICATE
        && afterValue(String.valueOf(mysql.getMessage())).contains(key);
  }

  /** The message contains the value before the key's name, and the value may be any text. */
  private static String afterValue(String message) {
    return message.substring(Math.max(0, message.lastIndexOf(" for key ")));
  }
}

package parley.store;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Distinguishes a database that is down from a defect in this program. */
public final class StoreFailures {

  /**
   * Error codes of a server that cannot serve now: disk full, too many connections, shutdown under
   * way, shut down, table full, lock not had in time, read-only, query interrupted, connection
   * killed.
   */
  private static final Set<Integer> DOWN =
      Set.of(1021, 1040, 1053, 1077, 1114, 1205, 1290, 1317, 1927);

  /** The pool's failures have no types of their own. */
  private static final Set<String> TIMEOUTS = Set.of("Timeout waiting for connection", "Timeout");

  private static final Set<String> POOL =
      Set.of(
          "Timeout waiting for connection",
          "Timeout",
          "Pool closed",
          "Pending requests failed to be sent due to connection has been closed.");

  private StoreFailures() {}

  /**
   * Whether the database and not the statement caused the failure, so that a later retry may help.
   */
  public static boolean isUnavailable(Throwable failure) {
    if (failure instanceof MySQLException mysql) {
      return DOWN.contains(mysql.getErrorCode());
    }
    return failure instanceof ClosedConnectionException
        || failure instanceof IOException && !isOfAFile(failure)
        || failure instanceof TimeoutException
        || failure instanceof ConnectionPoolTooBusyException
        || isOfTheConnection(String.valueOf(failure.getMessage()));
  }

  /** Whether a limit has passed: for a connection, or for what was done with it. */
  static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || TIMEOUTS.contains(String.valueOf(failure.getMessage()));
  }

  private static boolean isOfTheConnection(String message) {
    return POOL.contains(message) || message.startsWith("Connection is not active now");
  }

  private static boolean isOfAFile(Throwable failure) {
    return failure instanceof FileNotFoundException || failure instanceof FileSystemException;
  }
}

package parley.store;

import io.vertx.core.VertxException;
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
   * Error codes of a server that is temporarily unavailable: too many connections, shutdown in
   * progress, shut down, lock wait timeout, read-only, query interrupted, connection killed.
   */
  private static final Set<Integer> DOWN = Set.of(1040, 1053, 1077, 1205, 1290, 1317, 1927);

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
        || failure instanceof VertxException vertx
            && String.valueOf(vertx.getMessage()).startsWith("Timeout waiting for connection");
  }

  private static boolean isOfAFile(Throwable failure) {
    return failure instanceof FileNotFoundException || failure instanceof FileSystemException;
  }
}

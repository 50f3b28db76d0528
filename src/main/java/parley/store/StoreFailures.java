package parley.store;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mysqlclient.MySQLBatchException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import parley.failure.ForumException;

/** Distinguishes a store that cannot serve now from a defect in this program. */
public final class StoreFailures {

  /** Error codes of a server on which there is no room for a further connection of ours. */
  private static final Set<Integer> FULL = Set.of(1040, 1203, 1226);

  /** Error codes of a server whose disk is full, or whose temporary or data files are. */
  private static final Set<Integer> NO_ROOM = Set.of(3, 20, 1021, 1026, 1114, 1878);

  /**
   * Error codes of a server that cannot serve now: out of memory, of sort memory, of resources;
   * shutdown under way, shut down; no thread; lock not had in time, lock table full; read-only as
   * set by its host or by itself; query interrupted, out of time; connection killed, idle too long;
   * cut off from the majority of a Galera cluster.
   */
  private static final Set<Integer> DOWN =
      Set.of(
          1037, 1038, 1041, 1047, 1053, 1077, 1135, 1205, 1206, 1290, 1317, 1836, 1927, 1969, 3024,
          4031);

  /** Of a file, whose reason is an error of the system: "(Errcode: 28 …)", "Got error 28 from". */
  private static final Set<Integer> OF_A_FILE = Set.of(1, 2, 9, 1004, 1030, 1180, 1181);

  /** No more open files in the system or the process, no space, read-only, quota, I/O error. */
  private static final Pattern SYSTEM =
      Pattern.compile("(?i)(?:errcode:|errno:|error) \\D?(?:5|12|23|24|28|30|122)\\b");

  private static final Set<String> POOL =
      Set.of(
          "Timeout waiting for connection",
          "Timeout",
          "Pool closed",
          "Pending requests failed to be sent due to connection has been closed.");

  /** First words of Redis' errors that are no fault of the command. */
  private static final Set<String> REDIS =
      Set.of(
          "CONNECTION_CLOSED",
          "LOADING",
          "BUSY",
          "OOM",
          "READONLY",
          "MISCONF",
          "MASTERDOWN",
          "CLUSTERDOWN",
          "NOREPLICAS",
          "TRYAGAIN",
          "UNKILLABLE",
          "NOAUTH");

  private static final Pattern BATCHED = Pattern.compile("^ERR \\[\\d+] ");

  private StoreFailures() {}

  /** Whether the store and not the request caused the failure, so that a later retry may help. */
  public static boolean isUnavailable(Throwable failure) {
    if (failure instanceof MySQLException mysql) {
      return isUnavailable(mysql.getErrorCode(), String.valueOf(mysql.getMessage()));
    }
    if (failure instanceof MySQLBatchException batch) {
      return batch.getIterationError().values().stream().anyMatch(StoreFailures::isUnavailable);
    }
    if (failure instanceof ForumException refusal) {
      return refusal.kind() == ForumException.Kind.UNAVAILABLE;
    }
    if (failure instanceof ErrorType redis) {
      return isUnavailable(String.valueOf(redis.getMessage()));
    }
    return failure instanceof ClosedConnectionException
        || failure instanceof IOException && !isOfAFile(failure)
        || failure instanceof TimeoutException
        || failure instanceof ConnectionPoolTooBusyException
        || isOfTheConnection(String.valueOf(failure.getMessage()));
  }

  /** Of a batch, the client tells the errors of all commands, each in a line with its number. */
  private static boolean isUnavailable(String redis) {
    return redis.contains("max number of clients reached")
        || redis
            .lines()
            .map(error -> BATCHED.matcher(error).replaceFirst(""))
            .anyMatch(error -> REDIS.contains(error.split(" ", 2)[0]));
  }

  private static boolean isUnavailable(int code, String message) {
    return FULL.contains(code)
        || NO_ROOM.contains(code)
        || DOWN.contains(code)
        || OF_A_FILE.contains(code) && SYSTEM.matcher(message).find();
  }

  /** Whether the database has refused a statement, alone or in a batch; it is not away then. */
  public static boolean isRefusal(Throwable failure) {
    return failure instanceof MySQLException
        || failure instanceof MySQLBatchException batch
            && batch.getIterationError().values().stream().anyMatch(StoreFailures::isRefusal);
  }

  /** Whether a server answers, but has no room for this connection. */
  static boolean isFull(Throwable failure) {
    return failure instanceof MySQLException mysql && FULL.contains(mysql.getErrorCode());
  }

  private static boolean isOfTheConnection(String message) {
    return POOL.contains(message) || message.startsWith("Connection is not active now");
  }

  private static boolean isOfAFile(Throwable failure) {
    return failure instanceof FileNotFoundException || failure instanceof FileSystemException;
  }
}

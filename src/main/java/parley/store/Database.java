package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The pool of connections to MySQL or MariaDB. Safe to use from any event loop. */
public final class Database {

  /**
   * ER_LOCK_DEADLOCK and ER_LOCK_WAIT_TIMEOUT: the transaction was rolled back and may be tried
   * again.
   */
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(1213, 1205);

  private static final int TRIES = 4;

  private static final String READ_COMMITTED =
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

  private final Pool pool;

  /**
   * @param waitSeconds how long a connection, or the server's answer on one, is waited for
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds) {
    var connect =
        new MySQLConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.database())
            .setUser(address.user())
            .setPassword(address.password())
            .setCharset("utf8mb4")
            .setCollation("utf8mb4_bin")
            .setCachePreparedStatements(true)
            .setUseAffectedRows(false);
    var options =
        new PoolOptions()
            .setName("mysql")
            .setMaxSize(connections)
            .setConnectionTimeout(waitSeconds)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    this.pool =
        MySQLBuilder.pool()
            .with(options)
            .connectingTo(connect)
            .withConnectHandler(Database::readCommitted)
            .using(vertx)
            .build();
  }

  /**
   * Each statement sees what was committed before it, so that what is read after a lock was taken
   * is what the lock protects; it also takes fewer locks than the default.
   */
  private static void readCommitted(SqlConnection connection) {
    connection.query(READ_COMMITTED).execute().eventually(connection::close);
  }

  /** For statements that stand alone. */
  public SqlClient client() {
    return pool;
  }

  /**
   * Runs the work in one transaction: committed when its future succeeds, else rolled back. Work
   * that lost a deadlock runs again, so it must have no effect outside the transaction.
   */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
    return transaction(work, TRIES);
  }

  private <T> Future<T> transaction(Function<SqlConnection, Future<T>> work, int tries) {
    return pool.withTransaction(work)
        .recover(
            failure ->
                tries > 1
                        && failure instanceof MySQLException mysql
                        && WORTH_ANOTHER_TRY.contains(mysql.getErrorCode())
                    ? transaction(work, tries - 1)
                    : Future.failedFuture(failure));
  }

  public Future<Void> ping() {
    return pool.query("SELECT 1").execute().mapEmpty();
  }

  public Future<Void> close() {
    return pool.close();
  }
}

package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.store.TimedClient.Timing;

/**
 * The connections to MySQL or MariaDB. Safe to use from any event loop.
 *
 * <p>Statements that stand alone and transactions have a pool each, so that writers who wait for
 * each other's locks do not keep readers waiting. Waiting for a connection and what is done with it
 * have a limit each, as configured; what is over it fails, and may be tried again later.
 */
public final class Database {

  /** ER_LOCK_DEADLOCK: the transaction was rolled back and may be tried again. */
  private static final int DEADLOCK = 1213;

  private static final int TRIES = 4;

  /** Statements of one transaction that do not depend on each other are sent together. */
  private static final int PIPELINED = 16;

  private final SlowStatements slow;
  private final ConnectionPool statements;
  private final ConnectionPool transactions;
  private final Transactions running;

  /**
   * @param waitSeconds the longest wait for a connection, and for an answer
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds) {
    this(vertx, address, connections, waitSeconds, 0);
  }

  /**
   * @param connections at most so many for statements that stand alone, and so many for
   *     transactions
   * @param waitSeconds how long a connection is waited for, and how long an answer
   * @param slowMs a statement that takes longer is logged; 0 for none
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds, int slowMs) {
    var server =
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
    this.slow = new SlowStatements(slowMs);
    var lastAnswer = new LastAnswer();
    this.statements =
        new ConnectionPool(
            vertx,
            "mysql",
            server,
            connections,
            waitSeconds,
            lastAnswer,
            connection -> prepare(connection, waitSeconds, ""));
    this.transactions =
        new ConnectionPool(
            vertx,
            "mysql-transactions",
            new MySQLConnectOptions(server).setPipeliningLimit(PIPELINED),
            connections,
            waitSeconds,
            lastAnswer,
            connection -> prepare(connection, waitSeconds, ", autocommit = 0"));
    this.running =
        new Transactions(vertx, transactions, waitSeconds, lastAnswer, lastAnswer.noting(slow));
  }

  /**
   * Each statement sees everything committed before it, so data read after a lock is the data that
   * the lock protects. READ COMMITTED also needs fewer locks than the default. The wait for a lock
   * is limited like the wait for an answer.
   */
  private static void prepare(SqlConnection connection, int waitSeconds, String more) {
    connection
        .query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        .execute()
        .compose(
            set ->
                connection
                    .query("SET SESSION innodb_lock_wait_timeout = " + waitSeconds + more)
                    .execute())
        .eventually(connection::close);
  }

  /** For single statements outside a transaction. */
  public SqlClient client() {
    return new TimedClient(
        statements.pool(),
        new Timing() {
          @Override
          public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
            return statements.limited(asked -> slow.of(sql, statement));
          }
        });
  }

  /**
   * Runs the work in one transaction: committed when its future succeeds, else rolled back. Work
   * that lost a deadlock runs again, so it must have no effect outside the transaction. Statements
   * that are executed without waiting for each other are sent together, and run in order.
   */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
    return transaction(work, TRIES);
  }

  private <T> Future<T> transaction(Function<SqlConnection, Future<T>> work, int tries) {
    return running
        .run(work)
        .recover(
            failure ->
                tries > 1
                        && failure instanceof MySQLException mysql
                        && mysql.getErrorCode() == DEADLOCK
                    ? transaction(work, tries - 1)
                    : Future.failedFuture(failure));
  }

  public Future<Void> ping() {
    return client().query("SELECT 1").execute().mapEmpty();
  }

  public Future<Void> close() {
    return statements.close().eventually(transactions::close);
  }
}

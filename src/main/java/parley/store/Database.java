package parley.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLBatchException;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.store.TimedClient.Timing;

/**
 * The connections to MySQL or MariaDB. Safe to use from any event loop.
 *
 * <p>Statements that stand alone and transactions have a pool each, so that writers who wait for
 * each other's locks do not keep readers waiting. Waiting for a connection and what is done with it
 * have a limit each, as configured; what is over it fails, and may be tried again later. While the
 * server is away, everything fails at once: see {@link Breaker}.
 */
public final class Database {

  /** ER_LOCK_DEADLOCK: the transaction was rolled back and may be tried again. */
  private static final int DEADLOCK = 1213;

  private static final int TRIES = 4;

  /** Statements of one transaction that do not depend on each other are sent together. */
  private static final int PIPELINED = 16;

  private final Vertx vertx;
  private final MySQLConnectOptions server;
  private final MysqlLimits limits;
  private final RoomGuard statement;
  private final LastAnswer lastAnswer = new LastAnswer();
  private final Breaker breaker;
  private final ConnectionPool statements;
  private final ConnectionPool transactions;
  private final Transactions running;

  /**
   * For commands, which end when the database does: without a circuit breaker.
   *
   * @param waitSeconds the longest wait for a connection
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds) {
    this(vertx, address, connections, waitSeconds, 0);
  }

  /**
   * Without a circuit breaker.
   *
   * @param slowMs a statement that takes longer is logged; 0 for none
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds, int slowMs) {
    this(
        vertx,
        address,
        MysqlLimits.of(connections, waitSeconds),
        slowMs,
        new Breaker(vertx, "mysql", "database"));
  }

  /**
   * @param slowMs a statement that takes longer is logged; 0 for none
   * @param metrics shows the state of the circuit breaker, which works after {@link #watch}
   */
  public Database(
      Vertx vertx, MysqlAddress address, MysqlLimits limits, int slowMs, MeterRegistry metrics) {
    this(vertx, address, limits, slowMs, new Breaker(vertx, "mysql", "database", metrics));
  }

  private Database(
      Vertx vertx, MysqlAddress address, MysqlLimits limits, int slowMs, Breaker breaker) {
    this.vertx = vertx;
    this.limits = limits;
    this.breaker = breaker;
    this.server =
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
    this.statement = new RoomGuard(new SlowStatements(slowMs));
    this.statements =
        new ConnectionPool(
            vertx,
            "mysql",
            server,
            limits,
            connection -> prepare(connection, SessionSettings.ofStatements(limits)));
    this.transactions =
        new ConnectionPool(
            vertx,
            "mysql-transactions",
            new MySQLConnectOptions(server).setPipeliningLimit(PIPELINED),
            limits,
            connection -> prepare(connection, SessionSettings.ofTransactions(limits)));
    this.running = new Transactions(transactions, breaker, limits, lastAnswer.noting(statement));
    breaker.onOpened(statements::replace);
    breaker.onOpened(transactions::replace);
  }

  /** From now on calls fail at once while the database is away; close it before this. */
  public AutoCloseable watch() {
    var impatient = TimeUnit.SECONDS.toMillis(limits.connectSeconds());
    return new StoreWatch(
            vertx,
            breaker,
            lastAnswer,
            limits.silenceMs(),
            () -> new MysqlLine(vertx, server, impatient))
        .start();
  }

  public MysqlLimits limits() {
    return limits;
  }

  /** While its disk is nearly full, statements that add data fail, and others do not. */
  public void refuseAdding(boolean nearlyFull) {
    statement.set(nearlyFull);
  }

  /** Whether the database answers, as far as is known. */
  public Breaker breaker() {
    return breaker;
  }

  /**
   * Each statement sees everything committed before it, so data read after a lock is the data that
   * the lock protects. READ COMMITTED also needs fewer locks than the default.
   */
  private static void prepare(SqlConnection connection, String settings) {
    connection
        .query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        .execute()
        .compose(set -> connection.query(settings).execute())
        .eventually(connection::close);
  }

  /** For single statements outside a transaction. */
  public SqlClient client() {
    return new TimedClient(
        statements.pool(),
        new Timing() {
          @Override
          public <T> Future<T> of(String sql, Supplier<Future<T>> work) {
            return breaker
                .guard(() -> statement.of(sql, work).onComplete(lastAnswer::note))
                .timeout(limits.waitSeconds() + limits.statementSeconds(), TimeUnit.SECONDS);
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
                tries > 1 && isDeadlock(failure)
                    ? transaction(work, tries - 1)
                    : Future.failedFuture(failure));
  }

  private static boolean isDeadlock(Throwable failure) {
    return failure instanceof MySQLException mysql && mysql.getErrorCode() == DEADLOCK
        || failure instanceof MySQLBatchException batch
            && batch.getIterationError().values().stream().anyMatch(Database::isDeadlock);
  }

  public Future<Void> ping() {
    return client().query("SELECT 1").execute().mapEmpty();
  }

  public Future<Void> close() {
    return statements.close().eventually(transactions::close);
  }
}

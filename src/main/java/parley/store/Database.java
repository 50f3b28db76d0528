package parley.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.TimedClient.Timing;

/**
 * The pool of connections to MySQL or MariaDB. Safe to use from any event loop.
 *
 * <p>A statement waits for a connection, and then for its answer, each at most as long as
 * configured. Vert.x' client has no limit for the answer: after the configured time, the whole pool
 * is closed, together with other waiting statements, and replaced with a new one.
 */
public final class Database {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  /** ER_LOCK_DEADLOCK: the transaction was rolled back and may be retried. */
  private static final int DEADLOCK = 1213;

  private static final int TRIES = 4;

  private final Context context;
  private final Supplier<Pool> connect;
  private final int waitSeconds;
  private final SlowStatements slow;
  private volatile Pool pool;

  /**
   * @param waitSeconds the longest wait for a connection, and for an answer
   */
  public Database(Vertx vertx, MysqlAddress address, int connections, int waitSeconds) {
    this(vertx, address, connections, waitSeconds, 0);
  }

  /**
   * @param waitSeconds the longest wait for a connection, and for an answer
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
    var options =
        new PoolOptions()
            .setName("mysql")
            .setMaxSize(connections)
            .setConnectionTimeout(waitSeconds)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    this.waitSeconds = waitSeconds;
    this.slow = new SlowStatements(slowMs);
    this.context = vertx.getOrCreateContext();
    this.connect =
        () ->
            MySQLBuilder.pool()
                .with(options)
                .connectingTo(server)
                .withConnectHandler(this::prepare)
                .using(vertx)
                .build();
    this.pool = connect.get();
  }

  /**
   * Each statement sees everything committed before it, so data read after a lock is the data that
   * the lock protects. READ COMMITTED also needs fewer locks than the default. The wait for a lock
   * is limited like the wait for an answer.
   */
  private void prepare(SqlConnection connection) {
    connection
        .query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        .execute()
        .compose(
            set ->
                connection.query("SET SESSION innodb_lock_wait_timeout = " + waitSeconds).execute())
        .eventually(connection::close);
  }

  /** For single statements outside a transaction. */
  public SqlClient client() {
    var asked = pool;
    return new TimedClient(
        asked,
        new Timing() {
          @Override
          public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
            return inTime(asked, slow.of(sql, statement));
          }
        });
  }

  /**
   * Runs the work in one transaction: it is committed when its future succeeds, otherwise rolled
   * back. After a deadlock the work runs again, so it must have no effect outside the transaction.
   */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
    return transaction(work, TRIES);
  }

  private <T> Future<T> transaction(Function<SqlConnection, Future<T>> work, int tries) {
    var asked = pool;
    return inTime(asked, asked.withTransaction(tx -> work.apply(new TimedConnection(tx, slow))))
        .recover(
            failure ->
                tries > 1
                        && failure instanceof MySQLException mysql
                        && mysql.getErrorCode() == DEADLOCK
                    ? transaction(work, tries - 1)
                    : Future.failedFuture(failure));
  }

  private <T> Future<T> inTime(Pool asked, Future<T> answer) {
    return answer
        .timeout(2L * waitSeconds, TimeUnit.SECONDS)
        .onFailure(
            failure -> {
              if (failure instanceof TimeoutException) {
                giveUp(asked);
              }
            });
  }

  /**
   * Created on a separate context, because a pool is closed with the verticle whose context created
   * it.
   */
  private void giveUp(Pool silent) {
    context.runOnContext(
        alone -> {
          if (pool == silent) {
            log.warn("The database has not answered for {} s; reconnecting", waitSeconds);
            pool = connect.get();
            silent.close();
          }
        });
  }

  public Future<Void> ping() {
    return client().query("SELECT 1").execute().mapEmpty();
  }

  public Future<Void> close() {
    return pool.close();
  }
}

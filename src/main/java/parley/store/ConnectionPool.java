package parley.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool that a silent server cannot block for good. Vert.x' client knows no limit for an answer: a
 * connection whose server is gone without a word waits for ever. When a limit has passed and the
 * server has said nothing at all on any connection since, the pool is replaced, and what waits on
 * the old one fails. While the server answers anybody, a limit that passes fails only what it
 * limits: a slow pool is never closed.
 */
final class ConnectionPool {

  private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

  /** So many may wait for each connection; who comes then is refused at once. */
  private static final int WAITING_PER_CONNECTION = 64;

  /** Then a connection on which nothing arrives is closed: it is idle, or half open. */
  private static final int SILENT_SECONDS = 60;

  private final Context context;
  private final Supplier<Pool> connect;
  private final int waitSeconds;
  private volatile Pool pool;
  private volatile long answeredAt = System.nanoTime();

  ConnectionPool(
      Vertx vertx,
      String name,
      MySQLConnectOptions server,
      int connections,
      int waitSeconds,
      Handler<SqlConnection> prepare) {
    var options =
        new PoolOptions()
            .setName(name)
            .setMaxSize(connections)
            .setMaxWaitQueueSize(connections * WAITING_PER_CONNECTION)
            .setConnectionTimeout(waitSeconds)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    var transport =
        new NetClientOptions().setReadIdleTimeout(Math.max(SILENT_SECONDS, 4 * waitSeconds));
    this.waitSeconds = waitSeconds;
    this.context = vertx.getOrCreateContext();
    this.connect =
        () ->
            MySQLBuilder.pool()
                .with(options)
                .with(transport)
                .connectingTo(server)
                .withConnectHandler(prepare)
                .using(vertx)
                .build();
    this.pool = connect.get();
  }

  Pool pool() {
    return pool;
  }

  /** Work that fails with a {@link TimeoutException} when it takes too long. */
  <T> Future<T> limited(Function<Pool, Future<T>> work) {
    var asked = pool;
    var began = System.nanoTime();
    return work.apply(asked)
        .onComplete(this::answered)
        .timeout(2L * waitSeconds, TimeUnit.SECONDS)
        .onFailure(
            failure -> {
              if (failure instanceof TimeoutException && answeredAt - began < 0) {
                replace(asked);
              }
            });
  }

  /** Notes that the server is there. */
  <T> void answered(T answer, Throwable failure) {
    if (failure == null || failure instanceof MySQLException) {
      answeredAt = System.nanoTime();
    }
  }

  /** On a context of its own: a pool is closed with the verticle on whose context it was made. */
  private void replace(Pool silent) {
    context.runOnContext(
        alone -> {
          if (pool == silent) {
            log.warn(
                "The database has not answered for {} s; opening new connections", 2 * waitSeconds);
            pool = connect.get();
            silent.close();
          }
        });
  }

  Future<Void> close() {
    return pool.close();
  }
}

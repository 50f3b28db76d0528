package parley.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
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
 * server has said nothing at all on any connection meanwhile, the pool is replaced, and what waits
 * on the old one fails. While the server answers anybody, a limit that passes fails only what it
 * limits: a slow pool is never closed.
 */
final class ConnectionPool {

  private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

  /** So many may wait for each connection; who comes then is refused at once. */
  private static final int WAITING_PER_CONNECTION = 64;

  /**
   * After so many times the longest wait, a connection on which nothing arrives is closed: it is
   * idle, or half open. Nothing that is under way takes so long.
   */
  private static final int IDLE_WAITS = 3;

  private final Context context;
  private final Supplier<Pool> connect;
  private final int waitSeconds;
  private final LastAnswer lastAnswer;
  private volatile Pool pool;

  ConnectionPool(
      Vertx vertx,
      String name,
      MySQLConnectOptions server,
      int connections,
      int waitSeconds,
      LastAnswer lastAnswer,
      Handler<SqlConnection> prepare) {
    var options =
        new PoolOptions()
            .setName(name)
            .setMaxSize(connections)
            .setMaxWaitQueueSize(connections * WAITING_PER_CONNECTION)
            .setConnectionTimeout(waitSeconds)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    var transport = new NetClientOptions().setReadIdleTimeout(IDLE_WAITS * waitSeconds);
    this.waitSeconds = waitSeconds;
    this.lastAnswer = lastAnswer;
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
        .onComplete(lastAnswer::note)
        .timeout(2L * waitSeconds, TimeUnit.SECONDS)
        .onFailure(
            failure -> {
              if (failure instanceof TimeoutException) {
                replaceIfSilent(asked, began);
              }
            });
  }

  /** After a limit has passed for what began then. */
  void replaceIfSilent(Pool asked, long began) {
    if (!lastAnswer.isSince(began)) {
      replace(asked);
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

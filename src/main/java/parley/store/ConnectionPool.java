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
import java.util.function.Supplier;

/**
 * A pool that is replaced when the server is away, because connections that hang then may hang for
 * good. It is never replaced for slowness: a limit that passes fails only what it limits.
 */
final class ConnectionPool {

  /**
   * A connection on which nothing arrives for so much longer than any statement may take is closed:
   * it is idle, or half open.
   */
  private static final int IDLE_SECONDS = 5;

  private final Context context;
  private final Supplier<Pool> connect;
  private volatile Pool pool;

  ConnectionPool(
      Vertx vertx,
      String name,
      MySQLConnectOptions server,
      MysqlLimits limits,
      Handler<SqlConnection> prepare) {
    var options =
        new PoolOptions()
            .setName(name)
            .setMaxSize(limits.connections())
            .setMaxWaitQueueSize(limits.queue())
            .setConnectionTimeout(limits.waitSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    var transport =
        new NetClientOptions()
            .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(limits.connectSeconds()))
            .setReadIdleTimeout(limits.statementSeconds() + IDLE_SECONDS);
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

  /** On a context of its own: a pool is closed with the verticle on whose context it was made. */
  void replace() {
    context.runOnContext(
        alone -> {
          var old = pool;
          pool = connect.get();
          old.close();
        });
  }

  Future<Void> close() {
    return pool.close();
  }
}

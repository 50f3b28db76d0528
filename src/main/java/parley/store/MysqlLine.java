package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;

/** A connection to the database that is only asked whether it answers. */
final class MysqlLine implements StoreWatch.Line {

  private final Pool pool;
  private final Future<SqlConnection> connection;

  /**
   * @param limitMs after which a server that does not answer at all is given up
   */
  MysqlLine(Vertx vertx, MySQLConnectOptions server, long limitMs) {
    var idle = (int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(2 * limitMs));
    pool =
        MySQLBuilder.pool()
            .with(new PoolOptions().setName("mysql-watch").setMaxSize(1))
            .with(new NetClientOptions().setConnectTimeout((int) limitMs).setReadIdleTimeout(idle))
            .connectingTo(server)
            .using(vertx)
            .build();
    connection = pool.getConnection();
  }

  @Override
  public Future<Void> ask() {
    return connection.compose(open -> ((MySQLConnection) open).ping());
  }

  @Override
  public void close() {
    connection.onSuccess(Sockets::close);
    pool.close();
  }
}

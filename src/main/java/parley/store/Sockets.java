package parley.store;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/** The sockets of database connections. */
final class Sockets {

  private Sockets() {}

  /** The client has no way to give up a connection that waits for an answer, but its socket has. */
  static void close(SqlConnection connection) {
    var inner = ((SqlConnectionInternal) connection).unwrap();
    while (inner.unwrap() != inner) {
      inner = inner.unwrap();
    }
    ((SocketConnectionBase) inner).socket().close();
  }
}

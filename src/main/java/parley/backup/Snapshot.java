package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;
import parley.store.Jdbc;
import parley.store.MysqlAddress;

/**
 * A consistent snapshot of a database. Concurrent writes do not affect it and do not wait for it.
 * If a migration runs at the same time, reading fails.
 */
final class Snapshot implements AutoCloseable {

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  static Snapshot of(MysqlAddress address) throws SQLException {
    var connection = Jdbc.connect(address);
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("SET SESSION time_zone = '+00:00'");
      // with a slow disk, the server may have to wait a long time until we read more
      statement.execute("SET SESSION net_write_timeout = 3600");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
      return new Snapshot(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

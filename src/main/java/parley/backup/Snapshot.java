package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;
import parley.store.Jdbc;
import parley.store.MysqlAddress;

/**
 * A database as it was in one moment, whatever is written to it meanwhile; nothing waits for it. A
 * migration that runs meanwhile fails its reading.
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
      // a slow disk may make the server wait long for us to read on
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

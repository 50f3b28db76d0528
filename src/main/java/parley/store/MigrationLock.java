package parley.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Held by the process that changes the schema of a database. The server lets go of it when the
 * process has gone.
 */
final class MigrationLock implements AutoCloseable {

  /** Large tables take a while. */
  private static final int WAIT_SECONDS = 3_600;

  private final Connection connection;
  private final String database;
  private final String name;

  /** Waits for it. */
  MigrationLock(Connection connection, String database) throws SQLException {
    this.connection = connection;
    this.database = database;
    this.name = ("parley-migration-" + database).substring(0, Math.min(64, 17 + database.length()));
    ask("SELECT GET_LOCK(?, " + WAIT_SECONDS + ")");
  }

  /** What an earlier holder left. */
  Interrupted interrupted() {
    return new Interrupted(connection, database);
  }

  private void ask(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        if (!rows.next() || rows.getInt(1) != 1) {
          throw new StoreStartException(
              "Another Parley has been changing the schema for too long.");
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    ask("SELECT RELEASE_LOCK(?)");
  }
}

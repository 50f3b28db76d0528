package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Checks whether a database is in use. A running forum always has connections to its database. */
final class DatabaseInUse {

  /** Without further rights an account sees its own connections, which include the forum's. */
  private static final String CONNECTIONS =
      "SELECT COUNT(*), MIN(HOST) FROM information_schema.PROCESSLIST WHERE DB = ?";

  private DatabaseInUse() {}

  /**
   * @param server a connection to another database
   * @throws BackupException if the database is in use
   */
  static void requireNobody(Connection server, String database) throws SQLException {
    try (var statement = server.prepareStatement(CONNECTIONS)) {
      statement.setString(1, database);
      try (var row = statement.executeQuery()) {
        row.next();
        if (row.getInt(1) > 0) {
          throw BackupException.refused(
              "The database %s is in use (%d connections, one from %s): stop the forum first."
                  .formatted(database, row.getInt(1), row.getString(2)));
        }
      }
    }
  }
}

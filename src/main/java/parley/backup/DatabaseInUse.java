package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether anybody uses a database: a running forum always has connections to its own. */
final class DatabaseInUse {

  /** Without further rights an account sees its own connections: the forum's among them. */
  private static final String CONNECTIONS =
      "SELECT COUNT(*), MIN(HOST) FROM information_schema.PROCESSLIST WHERE DB = ?";

  private DatabaseInUse() {}

  /**
   * @param server a connection in another database
   * @throws BackupException when somebody does
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

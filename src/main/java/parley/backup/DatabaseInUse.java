package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Checks whether a database is in use. A running forum always has connections to its database. */
final class DatabaseInUse {

  /** Without further rights an account sees its own connections, which include the forum's. */
  private static final String CONNECTIONS =
      "SELECT COUNT(*), MIN(HOST) FROM information_schema.PROCESSLIST WHERE DB = ?";

  /** The server still shows a connection for a moment after it was closed. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private static final long LOOK_MILLIS = 50;

  private DatabaseInUse() {}

  /**
   * @param server a connection to another database
   * @throws BackupException if the database is in use
   */
  static void requireNobody(Connection server, String database) throws SQLException {
    var end = System.nanoTime() + CLOSING.toNanos();
    var used = use(server, database);
    while (used.isPresent() && System.nanoTime() < end) {
      pause();
      used = use(server, database);
    }
    if (used.isPresent()) {
      throw BackupException.refused(used.get());
    }
  }

  private static Optional<String> use(Connection server, String database) throws SQLException {
    try (var statement = server.prepareStatement(CONNECTIONS)) {
      statement.setString(1, database);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1) == 0
            ? Optional.empty()
            : Optional.of(
                "The database %s is in use (%d connections, one from %s): stop the forum first."
                    .formatted(database, row.getInt(1), row.getString(2)));
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // looks once more, and then again without a pause
    }
  }
}

package parley.backup;

import java.sql.Connection;
import java.sql.SQLException;
import parley.store.Jdbc;
import parley.store.MysqlAddress;

/**
 * A scratch database for work that must not change the forum's database. Its name is derived from
 * it; it is empty at first and dropped at the end. Only one can exist at a time. If a program is
 * killed, the next one drops its leftovers.
 */
final class Scratch implements AutoCloseable {

  private static final String NO_RIGHT =
      "The account %s cannot create databases beside %s, which this needs. As the database's administrator, run: GRANT ALL ON `%s\\_%%`.* TO the account.";

  /** ER_DBACCESS_DENIED_ERROR. */
  private static final int DENIED = 1044;

  private final MysqlAddress forum;
  private final Connection server;

  private Scratch(MysqlAddress forum, Connection server) {
    this.forum = forum;
    this.server = server;
  }

  /**
   * @throws BackupException if the account has no right to do so, or another program uses it
   */
  static Scratch beside(MysqlAddress forum) throws SQLException {
    var server =
        Jdbc.connect(
            forum.with("")); // in no database, so that it does not count as a connection to one
    var scratch = new Scratch(forum, server);
    try {
      scratch.lock();
      scratch.drop();
      scratch.execute("CREATE DATABASE " + Table.quoted(scratch.name()));
      return scratch;
    } catch (SQLException e) {
      server.close();
      if (e.getErrorCode() == DENIED) {
        throw noRight(forum, e);
      }
      throw e;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static BackupException noRight(MysqlAddress forum, SQLException cause) {
    return BackupException.failed(
        NO_RIGHT.formatted(forum.user(), forum.database(), forum.database()), cause);
  }

  /** The lock ends with the connection, so it ends whenever this program ends. */
  private void lock() throws SQLException {
    execute(
        "SET SESSION wait_timeout = 604800"); // the connection may be idle while tables are loaded
    try (var statement = server.prepareStatement("SELECT GET_LOCK(?, 0)")) {
      statement.setString(1, name());
      try (var answer = statement.executeQuery()) {
        answer.next();
        if (answer.getInt(1) != 1) {
          throw BackupException.refused(
              "Another restore, verification or rehearsal is running on " + forum + ".");
        }
      }
    }
  }

  private void drop() throws SQLException {
    for (var leftover : new String[] {name(), replaced()}) {
      execute("DROP DATABASE IF EXISTS " + Table.quoted(leftover));
    }
  }

  void execute(String sql) throws SQLException {
    try (var statement = server.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A connection in no database, which holds the lock. */
  Connection server() {
    return server;
  }

  String name() {
    return forum.database() + "_scratch";
  }

  /** The database for tables that will be dropped. */
  String replaced() {
    return forum.database() + "_replaced";
  }

  MysqlAddress address() {
    return forum.with(name());
  }

  /** Drops it, regardless of its state. */
  @Override
  public void close() throws SQLException {
    try (server) {
      drop();
    }
  }
}

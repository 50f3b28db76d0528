package parley.check;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import parley.store.Jdbc;
import parley.store.MysqlAddress;

/**
 * Compares what the forum keeps with what it is kept of, in one snapshot of the database, so that
 * it works while the forum runs. Blocks.
 */
public final class DataCheck {

  /** How long the readers of the journal may take to read what there is. */
  private static final int PATIENCE_SECONDS = 30;

  private static final String BEHIND =
      """
      SELECT COUNT(*) FROM journal
      WHERE id > COALESCE((SELECT position FROM journal_cursor WHERE name = ?), 0)
      """;

  /** Counts all entries as read, in the transaction that computes what the reader keeps. */
  private static final String ALL_READ =
      """
      UPDATE journal_cursor SET position = COALESCE((SELECT MAX(id) FROM journal), 0)
      WHERE name = ?
      """;

  private final MysqlAddress address;
  private final List<Check> checks;
  private final List<ReferredFiles> files;

  public DataCheck(MysqlAddress address, List<Check> checks, List<ReferredFiles> files) {
    this.address = address;
    this.checks = checks;
    this.files = files;
  }

  /**
   * What is wrong, each in one line; empty where nothing is. Waits for readers of the journal that
   * have not read all entries; if they do not within 30 seconds, that is what is wrong.
   */
  public List<String> run() throws SQLException {
    try (var connection = Jdbc.connect(address)) {
      for (var second = 0; ; second++) {
        snapshot(connection);
        var behind = behind(connection);
        if (behind.isEmpty()) {
          return wrong(connection);
        }
        if (second == PATIENCE_SECONDS) {
          return behind;
        }
        connection.rollback();
        pause();
      }
    }
  }

  private static void snapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  private List<String> behind(Connection connection) throws SQLException {
    var behind = new ArrayList<String>();
    for (var reader : readers()) {
      try (var statement = connection.prepareStatement(BEHIND)) {
        statement.setString(1, reader);
        try (var row = statement.executeQuery()) {
          row.next();
          if (row.getLong(1) > 0) {
            behind.add(
                "journal: the reader %s has not read %d entries".formatted(reader, row.getLong(1)));
          }
        }
      }
    }
    return behind;
  }

  private Set<String> readers() {
    var readers = new LinkedHashSet<String>();
    checks.forEach(check -> check.reader().ifPresent(readers::add));
    return readers;
  }

  private List<String> wrong(Connection connection) throws SQLException {
    var wrong = new ArrayList<String>();
    for (var check : checks) {
      for (var problem : texts(connection, check.wrong())) {
        wrong.add(check.name() + ": " + problem);
      }
    }
    for (var stored : files) {
      for (var name : texts(connection, stored.names())) {
        if (!Files.isRegularFile(stored.folder().resolve(name))) {
          wrong.add(stored.name() + ": there is no file " + name);
        }
      }
    }
    return wrong;
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Computes what can be computed, in one transaction. The forum must not run. */
  public void repair() throws SQLException {
    try (var connection = Jdbc.connect(address)) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (var check : checks) {
          for (var repair : check.repairs()) {
            statement.executeUpdate(repair);
          }
        }
      }
      for (var reader : readers()) {
        try (var statement = connection.prepareStatement(ALL_READ)) {
          statement.setString(1, reader);
          statement.executeUpdate();
        }
      }
      connection.commit();
    }
  }
}

package parley.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Inserts rows into a table, many in one round trip. Closing it writes the last ones. */
final class TableLoader implements RowSink, AutoCloseable {

  private static final int ROWS = 500;

  /** Limit for memory, and far below a server's packet size. */
  private static final long CHARACTERS = 1_000_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private int rows;
  private long characters;

  /**
   * @param connection a connection prepared with {@link #prepare}
   */
  TableLoader(Connection connection, Table table) throws SQLException {
    this.connection = connection;
    this.insert = connection.prepareStatement(table.insert());
  }

  /**
   * Values are stored exactly or refused. Rows may be inserted before the rows they reference, and
   * an id may be 0.
   */
  static void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'");
      statement.execute("SET SESSION foreign_key_checks = 0");
      statement.execute("SET SESSION time_zone = '+00:00'");
    }
    connection.setAutoCommit(false);
  }

  /** This also deletes rows that migrations inserted. */
  static void empty(Connection connection, Table table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("DELETE FROM " + Table.quoted(table.name()));
    }
    connection.commit();
  }

  @Override
  public void add(Object[] row) throws SQLException {
    for (var i = 0; i < row.length; i++) {
      if (row[i] instanceof byte[] bytes) {
        insert.setBytes(i + 1, bytes);
        characters += bytes.length;
      } else {
        var text = (String) row[i];
        insert.setString(i + 1, text);
        characters += text == null ? 0 : text.length();
      }
    }
    insert.addBatch();
    if (++rows == ROWS || characters > CHARACTERS) {
      flush();
    }
  }

  private void flush() throws SQLException {
    if (rows > 0) {
      insert.executeBatch();
      connection.commit();
    }
    rows = 0;
    characters = 0;
  }

  @Override
  public void close() throws SQLException {
    try (insert) {
      flush();
    }
  }
}

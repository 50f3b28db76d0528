package parley.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables and columns of a database from its server. */
final class Catalogue {

  /** Flyway's own table: in a restored schema the migrations create it. */
  static final String HISTORY = "flyway_schema_history";

  private static final String TABLES =
      """
      SELECT TABLE_NAME FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME
      """;

  private static final String COLUMNS =
      """
      SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = ''
      ORDER BY ORDINAL_POSITION
      """;

  private static final String KEY =
      """
      SELECT COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND CONSTRAINT_NAME = 'PRIMARY'
      ORDER BY ORDINAL_POSITION
      """;

  private static final String MIGRATIONS =
      "SELECT version, checksum FROM "
          + HISTORY
          + " WHERE success = 1 AND version IS NOT NULL ORDER BY installed_rank";

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /** All tables of a database, including Flyway's. */
  List<String> names(String database) throws SQLException {
    return list(TABLES, row -> row.getString(1), database);
  }

  /**
   * The tables of a backup: all except Flyway's.
   *
   * @throws BackupException if a backup could not store a table exactly
   */
  List<Table> tables(String database) throws SQLException {
    var tables = new ArrayList<Table>();
    for (var name : names(database)) {
      if (!name.equals(HISTORY)) {
        tables.add(table(database, name));
      }
    }
    return tables;
  }

  private Table table(String database, String name) throws SQLException {
    var columns =
        list(COLUMNS, row -> column(name, row.getString(1), row.getString(2)), database, name);
    var key = list(KEY, row -> row.getString(1), database, name);
    if (key.isEmpty()) {
      throw BackupException.failed("The table " + name + " has no primary key.");
    }
    return new Table(name, columns, key);
  }

  private static Column column(String table, String name, String type) {
    var kind =
        Column.Kind.of(type)
            .orElseThrow(
                () ->
                    BackupException.failed(
                        "%s.%s has the type %s, which a backup cannot store exactly."
                            .formatted(table, name, type)));
    return new Column(name, kind);
  }

  /** The migrations that Flyway ran in the connection's database, in order. */
  List<Manifest.Migration> migrations() throws SQLException {
    return list(MIGRATIONS, row -> new Manifest.Migration(row.getString(1), row.getInt(2)));
  }

  /** Reads one row. */
  private interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Mapper<T> mapper, String... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(mapper.map(rows));
        }
      }
      return found;
    }
  }
}

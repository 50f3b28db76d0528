package parley.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a table row by row, with little memory regardless of its size. */
final class TableReader {

  /** Number of rows in memory at once; a long post with its HTML can have a megabyte. */
  private static final int FETCHED = 16;

  private TableReader() {}

  /** Passes every row to the sink, ordered by the primary key, and returns their number. */
  static long read(Connection connection, Table table, RowSink sink)
      throws SQLException, IOException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      var count = 0L;
      try (var rows = statement.executeQuery(table.select())) {
        while (rows.next()) {
          sink.add(values(table, rows));
          count++;
        }
      }
      return count;
    }
  }

  private static Object[] values(Table table, ResultSet row) throws SQLException {
    var columns = table.columns();
    var values = new Object[columns.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] =
          columns.get(i).kind() == Column.Kind.BINARY ? row.getBytes(i + 1) : row.getString(i + 1);
    }
    return values;
  }
}

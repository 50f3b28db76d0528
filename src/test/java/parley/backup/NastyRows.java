package parley.backup;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.store.Jdbc;

/** Fills every column of every table with what is likely to be spoilt on the way. */
final class NastyRows {

  private static final int LONGEST = 50_000;

  /** Quotes, comments, control characters, and code points of every plane. */
  private static final String TEXT =
      "'\"`\\;-- /*#*/ %_ \\0\\n\\' \u0000\u0001\b\t\n\r\u001a\u007f\u0085\u00a0 \u2028\u2029\ufeff "
          + "{\"a\":[null]} e\u0301 \ud83d\udc69\u200d\ud83d\udcbb \u05d0\u202e \uffff"
          + IntStream.rangeClosed(0, 16)
              .mapToObj(plane -> Character.toString(plane * 0x1_0000 + 0x0_2345))
              .collect(joining());

  private record Cell(String name, String type, long length, boolean nullable) {}

  private NastyRows() {}

  static void fill(OwnDatabase database) throws SQLException {
    try (var connection = Jdbc.connect(database.address());
        var statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'");
      statement.execute("SET SESSION foreign_key_checks = 0");
      for (var table : new Catalogue(connection).tables(database.name())) {
        statement.execute("DELETE FROM " + table.name());
        try (var insert = connection.prepareStatement(table.insert())) {
          var cells = cells(connection, table.name());
          for (var row = 0; row < 4; row++) {
            for (var i = 0; i < cells.size(); i++) {
              set(insert, i + 1, cells.get(i), row);
            }
            insert.executeUpdate();
          }
        }
      }
    }
  }

  /** Row 0 is as low and empty as can be, row 1 as high, row 2 as long; all are unique. */
  private static void set(PreparedStatement insert, int at, Cell cell, int row)
      throws SQLException {
    if (row == 0 && cell.nullable()) {
      insert.setNull(at, Types.NULL);
      return;
    }
    switch (cell.type()) {
      case "tinyint", "int" -> insert.setInt(at, row == 1 ? 127 : -row);
      case "bigint" -> insert.setLong(at, row == 1 ? Long.MAX_VALUE - at : row);
      case "date" -> insert.setString(at, row == 1 ? "9999-12-31" : "1000-01-0" + (row + 1));
      case "datetime" ->
          insert.setString(
              at, row == 1 ? "9999-12-31 23:59:59.999" : "1000-01-01 00:00:00.00" + row);
      case "binary" -> insert.setBytes(at, bytes((int) cell.length(), row));
      case "char", "varchar", "text", "mediumtext" -> insert.setString(at, text(cell, row));
      default -> throw new AssertionError("Say what is nasty in a column of type " + cell.type());
    }
  }

  private static byte[] bytes(int length, int row) {
    var bytes = new byte[length];
    for (var i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 37 + row * 101);
    }
    return bytes;
  }

  private static String text(Cell cell, int row) {
    var longest = (int) Math.min(LONGEST, cell.type().equals("text") ? 4000 : cell.length());
    return switch (row) {
      case 0 -> "";
      case 1 -> cut("1" + TEXT, longest);
      case 2 -> cut("2" + TEXT.repeat(LONGEST / TEXT.length() + 1), longest);
      default -> row + "\ud83e\udd84";
    };
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  private static List<Cell> cells(Connection connection, String table) throws SQLException {
    try (var columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
      var cells = new ArrayList<Cell>();
      while (columns.next()) {
        cells.add(cell(columns));
      }
      return cells;
    }
  }

  private static Cell cell(ResultSet column) throws SQLException {
    return new Cell(
        column.getString("COLUMN_NAME"),
        Stream.of(column.getString("TYPE_NAME").toLowerCase(Locale.ROOT).split("[ (]"))
            .findFirst()
            .get(),
        column.getLong("COLUMN_SIZE"),
        column.getString("IS_NULLABLE").equals("YES"));
  }
}

package parley.backup;

import java.util.Locale;
import java.util.Optional;

/**
 * A column, and how its values are written so that they can be read back exactly.
 *
 * @param name the name in the schema
 * @param kind the kind of its values
 */
record Column(String name, Kind kind) {

  /** Types without an exact text form, such as FLOAT, have no kind. */
  enum Kind {
    NUMBER,
    TEXT,
    /** Read as text from the server, because Java's conversion could change the time. */
    TIME,
    BINARY;

    static Optional<Kind> of(String dataType) {
      return Optional.ofNullable(
          switch (dataType.toLowerCase(Locale.ROOT)) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "double" -> NUMBER;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> TEXT;
            case "enum", "set", "json" -> TEXT;
            case "date", "time", "datetime", "timestamp" -> TIME;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> BINARY;
            default -> null;
          });
    }
  }

  /** The expression for the column list of a SELECT. */
  String selected() {
    return kind == Kind.TIME ? "CAST(" + quoted() + " AS CHAR)" : quoted();
  }

  String quoted() {
    return Table.quoted(name);
  }
}

package parley.backup;

import java.util.Locale;
import java.util.Optional;

/**
 * A column, and how its values are written so that reading them gives the very same.
 *
 * @param name as the schema has it
 * @param kind what its values are
 */
record Column(String name, Kind kind) {

  /** Types that a value's text does not give back exactly, such as FLOAT, have no kind. */
  enum Kind {
    NUMBER,
    TEXT,
    /** Read as the server writes it: in Java, a time of another calendar would be another time. */
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

  /** As a statement's list of columns has it. */
  String selected() {
    return kind == Kind.TIME ? "CAST(" + quoted() + " AS CHAR)" : quoted();
  }

  String quoted() {
    return Table.quoted(name);
  }
}

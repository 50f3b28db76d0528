package parley.backup;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/**
 * A table in a backup.
 *
 * @param columns the stored columns, without computed ones
 * @param key the columns of its primary key; ordering by them makes two dumps of the same content
 *     equal
 */
record Table(String name, List<Column> columns, List<String> key) {

  String select() {
    return "SELECT "
        + columns.stream().map(Column::selected).collect(joining(", "))
        + " FROM "
        + quoted(name)
        + " ORDER BY "
        + key.stream().map(Table::quoted).collect(joining(", "));
  }

  String insert() {
    return "INSERT INTO "
        + quoted(name)
        + columns.stream().map(Column::quoted).collect(joining(", ", " (", ")"))
        + columns.stream().map(column -> "?").collect(joining(", ", " VALUES (", ")"));
  }

  static Set<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).collect(toSet());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}

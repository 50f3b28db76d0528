package parley.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;

/** Loads tables from any source into a scratch database that has their original schema. */
final class Loading {

  /** Passes the rows of a table to the sink and returns their number. */
  interface Source {
    long read(Table table, RowSink sink) throws SQLException, IOException;
  }

  private final MysqlAddress scratch;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * @param schema the schema of the scratch database, which must be empty
   */
  Loading(MysqlAddress scratch, Schema schema, Consumer<String> progress) {
    this.scratch = scratch;
    this.schema = schema;
    this.progress = progress;
  }

  /**
   * Creates the schema by running exactly these migrations; a schema is never read from a file.
   *
   * @return its tables, which contain only rows that migrations inserted
   * @throws BackupException if this program's migrations are different
   */
  List<Table> makeSchema(List<Manifest.Migration> migrations) throws SQLException {
    schema.migrateTo(migrations.get(migrations.size() - 1).version());
    try (var connection = Jdbc.connect(scratch)) {
      var catalogue = new Catalogue(connection);
      if (!catalogue.migrations().equals(migrations)) {
        throw BackupException.unusable(
            "The schema was created by migrations that differ from those of this Parley.");
      }
      return catalogue.tables(scratch.database());
    }
  }

  /** Fills every table; afterwards a table contains only the rows of the source. */
  void fill(List<Table> tables, Source source) throws SQLException, IOException {
    try (var connection = Jdbc.connect(scratch)) {
      TableLoader.prepare(connection);
      for (var table : tables) {
        TableLoader.empty(connection, table);
        try (var loader = new TableLoader(connection, table)) {
          var rows = source.read(table, loader);
          progress.accept(table.name() + ": " + rows + " rows loaded");
        }
      }
    }
  }
}

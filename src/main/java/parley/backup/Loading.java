package parley.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;

/** Brings tables, from wherever they come, into a scratch database with the schema they had. */
final class Loading {

  /** Hands over the rows of a table; returns how many. */
  interface Source {
    long read(Table table, RowSink sink) throws SQLException, IOException;
  }

  private final MysqlAddress scratch;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * @param schema of the scratch database, which is empty
   */
  Loading(MysqlAddress scratch, Schema schema, Consumer<String> progress) {
    this.scratch = scratch;
    this.schema = schema;
    this.progress = progress;
  }

  /**
   * Makes the schema as these migrations did, and no others: a schema is never taken from a file.
   *
   * @return its tables, filled with nothing but what migrations put there
   * @throws BackupException when this program's migrations are others
   */
  List<Table> makeSchema(List<Manifest.Migration> migrations) throws SQLException {
    schema.migrateTo(migrations.get(migrations.size() - 1).version());
    try (var connection = Jdbc.connect(scratch)) {
      var catalogue = new Catalogue(connection);
      if (!catalogue.migrations().equals(migrations)) {
        throw BackupException.unusable(
            "The schema was made by migrations that are not those of this Parley.");
      }
      return catalogue.tables(scratch.database());
    }
  }

  /** Fills every table, and nothing else than the source is in it. */
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

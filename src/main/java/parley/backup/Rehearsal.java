package parley.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import parley.store.MysqlAddress;
import parley.store.Schema;
import parley.store.StoreStartException;

/** Runs this program's migrations on a copy of the database. Blocks. */
public final class Rehearsal {

  private final MysqlAddress forum;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * The result of a rehearsal.
   *
   * @param migrations the number of migrations run
   * @param duration of the migrations, without the copying
   */
  public record Outcome(String from, String to, int migrations, Duration duration) {}

  /**
   * @param schema of the forum's database
   */
  public Rehearsal(MysqlAddress forum, Schema schema, Consumer<String> progress) {
    this.forum = forum;
    this.schema = schema;
    this.progress = progress;
  }

  /**
   * Copies a snapshot of the database, migrates the copy and drops it. The forum may be running.
   *
   * @throws BackupException if a migration fails, the schema is newer, or the schema differs from
   *     the result of its migrations
   */
  public Outcome run() throws SQLException, IOException {
    var state = schema.state();
    if (state.newer()) {
      throw BackupException.newerSchema(
          "The schema has version %s, but this Parley knows only versions up to %s."
              .formatted(state.current().orElse("?"), state.newest()));
    }
    if (state.current().isEmpty() || state.pending() == 0) {
      return new Outcome(state.current().orElse("none"), state.newest(), 0, Duration.ZERO);
    }
    try (var scratch = Scratch.beside(forum)) {
      copy(scratch);
      var began = System.nanoTime();
      var migrations = migrate(scratch);
      var duration = Duration.ofNanos(System.nanoTime() - began);
      return new Outcome(state.current().get(), state.newest(), migrations, duration);
    }
  }

  /** Flyway's message would recommend restoring a backup, but only the copy is affected. */
  private int migrate(Scratch scratch) {
    try {
      return schema.of(scratch.name()).migrate();
    } catch (StoreStartException e) {
      throw BackupException.failed(
          "The rehearsal failed. The database is unchanged: " + e.getMessage(), e);
    }
  }

  private void copy(Scratch scratch) throws SQLException, IOException {
    try (var snapshot = Snapshot.of(forum)) {
      var catalogue = new Catalogue(snapshot.connection());
      var loading = new Loading(scratch.address(), schema.of(scratch.name()), progress);
      var tables = loading.makeSchema(catalogue.migrations());
      if (!catalogue.tables(forum.database()).equals(tables)) {
        throw BackupException.failed(
            "The tables or columns of the database differ from the result of its migrations.");
      }
      loading.fill(tables, (table, sink) -> TableReader.read(snapshot.connection(), table, sink));
    }
  }
}

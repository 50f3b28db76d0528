package parley.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import parley.store.MysqlAddress;
import parley.store.Schema;
import parley.store.StoreStartException;

/** Tries this program's migrations on a copy of the database. Blocks. */
public final class Rehearsal {

  private final MysqlAddress forum;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * What came of it.
   *
   * @param migrations how many ran
   * @param duration of the migrations alone, without the copying
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
   * Copies the database as it is at this moment, migrates the copy and drops it; the forum may run
   * meanwhile.
   *
   * @throws BackupException when a migration fails, the schema is newer, or is not what its
   *     migrations make
   */
  public Outcome run() throws SQLException, IOException {
    var state = schema.state();
    if (state.newer()) {
      throw BackupException.newerSchema(
          "The schema has version %s, and this Parley knows versions up to %s only."
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

  /** Flyway itself speaks of restoring backups then, but it was only the copy. */
  private int migrate(Scratch scratch) {
    try {
      return schema.of(scratch.name()).migrate();
    } catch (StoreStartException e) {
      throw BackupException.failed(
          "The rehearsal failed, and the database is as it was: " + e.getMessage(), e);
    }
  }

  private void copy(Scratch scratch) throws SQLException, IOException {
    try (var snapshot = Snapshot.of(forum)) {
      var catalogue = new Catalogue(snapshot.connection());
      var loading = new Loading(scratch.address(), schema.of(scratch.name()), progress);
      var tables = loading.makeSchema(catalogue.migrations());
      if (!catalogue.tables(forum.database()).equals(tables)) {
        throw BackupException.failed(
            "The database has other tables or columns than its migrations make.", null);
      }
      loading.fill(tables, (table, sink) -> TableReader.read(snapshot.connection(), table, sink));
    }
  }
}

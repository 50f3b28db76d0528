package parley.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import parley.store.Jdbc;
import parley.store.Schema;

/**
 * Restores backups, and verifies them by restoring them into a scratch database. Blocks.
 *
 * <p>A backup is first read and checked completely, then loaded into a scratch database, then read
 * back and compared. The forum's own data is changed only if everything matches.
 */
public final class BackupReader {

  private final ForumData forum;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * @param progress receives one line for each step
   */
  public BackupReader(ForumData forum, Consumer<String> progress) {
    this.forum = forum;
    this.schema = new Schema(forum.database());
    this.progress = progress;
  }

  /**
   * Tests whether the backup can be restored.
   *
   * @throws BackupException if it cannot
   */
  public Summary verify(Path file) throws SQLException, IOException {
    try (var archive = Archive.open(file, forum.files());
        var scratch = Scratch.beside(forum.database())) {
      load(archive, scratch);
      return summary(file, archive);
    }
  }

  /**
   * Replaces the forum's data with the backup: all tables in one step, and single files. Files of
   * folders are added to the existing ones. The schema is then that of this program.
   *
   * @param replace whether the database may contain data
   * @param atTheLast runs just before the forum's own data is changed, when no further failure is
   *     expected
   * @throws BackupException if the restore fails; the database is then unchanged
   */
  public Summary restore(Path file, boolean replace, Runnable atTheLast)
      throws SQLException, IOException {
    var database = forum.database().database();
    try (var archive = Archive.open(file, forum.files());
        var scratch = Scratch.beside(forum.database())) {
      DatabaseInUse.requireNobody(scratch.server(), database);
      if (!replace && !new Catalogue(scratch.server()).names(database).isEmpty()) {
        throw BackupException.refused(
            "The database " + database + " is not empty. Use --replace to replace its data.");
      }
      load(archive, scratch);
      schema.of(scratch.name()).migrate();
      for (var folder : forum.files().folders()) {
        DataFiles.add(folder, archive);
      }
      atTheLast.run();
      DatabaseInUse.requireNobody(scratch.server(), database);
      Swap.into(database, scratch);
      restoreFiles(archive);
      return summary(file, archive);
    }
  }

  /** Last: if the restore fails earlier, the old files still match the old database. */
  private void restoreFiles(Archive archive) {
    for (var file : forum.files().files()) {
      try {
        DataFiles.restore(file, archive);
      } catch (IOException e) {
        throw BackupException.failed(
            "Everything is restored except " + file.what() + ": " + e.getMessage(), e);
      }
    }
  }

  private void load(Archive archive, Scratch scratch) throws SQLException, IOException {
    var manifest = archive.manifest();
    var scratchSchema = schema.of(scratch.name());
    if (!scratchSchema.knows(manifest.schema())) {
      throw BackupException.unusable(
          "The backup was made by a newer Parley (%s), with a schema of version %s."
              .formatted(manifest.parley(), manifest.schema()));
    }
    var loading = new Loading(scratch.address(), scratchSchema, progress);
    var tables = loading.makeSchema(manifest.migrations());
    if (!manifest.rows().keySet().equals(Table.names(tables))) {
      throw BackupException.unusable("The backup has different tables than this Parley.");
    }
    loading.fill(tables, (table, sink) -> rows(archive, table, sink));
    compare(archive, tables, scratch);
  }

  private static long rows(Archive archive, Table table, RowSink sink)
      throws SQLException, IOException {
    try (var stream = archive.read(Entries.ofTable(table.name()))) {
      return JsonRowReader.read(stream, table, sink);
    }
  }

  /** Writes the loaded tables in the format of a backup, and compares them with the backup. */
  private void compare(Archive archive, List<Table> tables, Scratch scratch)
      throws SQLException, IOException {
    try (var connection = Jdbc.connect(scratch.address())) {
      for (var table : tables) {
        var digest = Sha256.digest();
        long rows;
        try (var writer = new JsonRowWriter(table, Sha256.into(digest))) {
          rows = TableReader.read(connection, table, writer);
        }
        var name = Entries.ofTable(table.name());
        if (rows != archive.manifest().rows().getOrDefault(table.name(), -1L)
            || !Sha256.text(digest).equals(archive.checksum(name))) {
          throw BackupException.failed(
              "The table " + table.name() + " changed when it was stored in the database.");
        }
      }
    }
    progress.accept("compared: all tables match");
  }

  private static Summary summary(Path file, Archive archive) {
    return Summary.of(file, file.toFile().length(), archive.manifest());
  }
}

package parley.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import parley.store.Jdbc;
import parley.store.Schema;

/**
 * Restores backups, and verifies them by restoring them aside. Blocks.
 *
 * <p>A backup is read whole and checked before anything else, then loaded into a scratch database,
 * then read back from there and compared. Only when all is as it was, the forum's own is touched.
 */
public final class BackupReader {

  private final ForumData forum;
  private final Schema schema;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is being done, a line each
   */
  public BackupReader(ForumData forum, Consumer<String> progress) {
    this.forum = forum;
    this.schema = new Schema(forum.database());
    this.progress = progress;
  }

  /**
   * Whether the backup could be restored.
   *
   * @throws BackupException when it could not
   */
  public Summary verify(Path file) throws SQLException, IOException {
    try (var archive = Archive.open(file, forum.files());
        var scratch = Scratch.beside(forum.database())) {
      load(archive, scratch);
      return summary(file, archive);
    }
  }

  /**
   * Puts the backup in the place of what is there: the tables in one step, the files of folders
   * beside those that are there, single files. The schema is this program's then.
   *
   * @param replace whether the database may hold something
   * @param atTheLast is run when nothing more is expected to fail, before the forum's own is
   *     touched
   * @throws BackupException when it cannot be done; the database is as it was then
   */
  public Summary restore(Path file, boolean replace, Runnable atTheLast)
      throws SQLException, IOException {
    var database = forum.database().database();
    try (var archive = Archive.open(file, forum.files());
        var scratch = Scratch.beside(forum.database())) {
      DatabaseInUse.requireNobody(scratch.server(), database);
      if (!replace && !new Catalogue(scratch.server()).names(database).isEmpty()) {
        throw BackupException.refused(
            "The database " + database + " is not empty; with --replace it is replaced.");
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

  /** Last, so that a restore which fails before leaves the files that fit the old database. */
  private void restoreFiles(Archive archive) {
    for (var file : forum.files().files()) {
      try {
        DataFiles.restore(file, archive);
      } catch (IOException e) {
        throw BackupException.failed(
            "All is restored except " + file.what() + ": " + e.getMessage(), e);
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
      throw BackupException.unusable("The backup has other tables than this Parley.");
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

  /** What was loaded, written as a backup would write it, is what the backup has. */
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
        if (rows != archive.manifest().rows().get(table.name())
            || !Sha256.text(digest).equals(archive.checksum(name))) {
          throw BackupException.failed(
              "The table " + table.name() + " came out of the database other than it went in.",
              null);
        }
      }
    }
    progress.accept("compared: every table is as it was");
  }

  private static Summary summary(Path file, Archive archive) {
    return Summary.of(file, file.toFile().length(), archive.manifest());
  }
}

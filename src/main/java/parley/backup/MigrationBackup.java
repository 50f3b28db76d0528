package parley.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import parley.store.Jdbc;
import parley.store.SchemaState;
import parley.store.StoreStartException;

/**
 * Makes a backup before the schema of a forum with data changes, since there is no way back to the
 * program before without one. Blocks.
 *
 * <p>A file beside the backups notes which one belongs to the migrations under way. If they are
 * interrupted, the next start does not make another: it would be of a schema between two versions.
 */
public final class MigrationBackup {

  private static final String UNDER_WAY = "under-way.txt";

  /** A backup is compressed, and so smaller than the tables and files; the rest is to spare. */
  private static final long SPARE_BYTES = 64L << 20;

  private static final String TABLES =
      """
      SELECT COALESCE(SUM(DATA_LENGTH), 0) FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE()
      """;

  private final ForumData forum;
  private final Path folder;
  private final int keep;
  private final String parley;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param folder for the backups, which is made if it is missing
   * @param keep so many of them are kept
   * @param parley the version of this program
   * @param progress receives a line for each step
   */
  public MigrationBackup(
      ForumData forum,
      Path folder,
      int keep,
      String parley,
      Clock clock,
      Consumer<String> progress) {
    this.forum = forum;
    this.folder = folder;
    this.keep = keep;
    this.parley = parley;
    this.clock = clock;
    this.progress = progress;
  }

  /** The one that the settings ask for; empty where they ask for none. */
  public static Optional<MigrationBackup> of(
      MigrationSettings settings,
      Path data,
      ForumData forum,
      String parley,
      Consumer<String> progress) {
    var folder =
        settings.folder().isEmpty()
            ? data.resolve("migration-backups")
            : data.resolveSibling(settings.folder());
    return settings.backup()
        ? Optional.of(
            new MigrationBackup(
                forum, folder, settings.keep(), parley, Clock.systemUTC(), progress))
        : Optional.empty();
  }

  /**
   * Makes it if this program would migrate a forum that has been migrated before.
   *
   * @param state of the schema, which nobody changes meanwhile
   * @return the backup; empty where none was needed
   * @throws StoreStartException if there is not enough space, or it fails; nothing was changed
   */
  public Optional<Path> makeIfNeeded(SchemaState state) {
    if (state.newer() || state.pending() == 0 || state.current().isEmpty()) {
      return Optional.empty();
    }
    try {
      var before = noted(state);
      if (before.isPresent()) {
        progress.accept("Migrations were interrupted; the backup of before is " + before.get());
        return before;
      }
      return Optional.of(make(state));
    } catch (IOException | SQLException | BackupException e) {
      throw new StoreStartException(
          "The backup before the migration failed, so nothing was migrated: %s. Free some space in %s, choose another migration.folder, or set migration.backup to false."
              .formatted(e.getMessage(), folder),
          e);
    }
  }

  /** Call when all migrations have run. */
  public void migrated() {
    try {
      Files.deleteIfExists(folder.resolve(UNDER_WAY));
    } catch (IOException e) {
      progress.accept(folder.resolve(UNDER_WAY) + " cannot be deleted: " + e);
    }
  }

  private Path make(SchemaState state) throws SQLException, IOException {
    Files.createDirectories(folder);
    requireSpace();
    var backups = new BackupFolder(folder);
    var file = backups.newFile(parley, clock.instant());
    progress.accept(
        "Writing a backup before the schema changes from version %s to %s: %s"
            .formatted(state.current().orElseThrow(), state.newest(), file));
    new BackupWriter(forum, parley, clock, line -> {}).write(file);
    Files.writeString(folder.resolve(UNDER_WAY), state.newest() + " " + file.getFileName());
    for (var old : backups.keepNewest(keep, clock.instant())) {
      progress.accept("Deleted the older backup " + old);
    }
    return file;
  }

  private Optional<Path> noted(SchemaState state) throws IOException {
    var note = folder.resolve(UNDER_WAY);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    var words = Files.readString(note).strip().split(" ", 2);
    return words.length == 2 && words[0].equals(state.newest())
        ? Optional.of(folder.resolve(words[1])).filter(Files::exists)
        : Optional.empty();
  }

  private void requireSpace() throws SQLException, IOException {
    var needed = SPARE_BYTES + tableBytes();
    for (var stored : forum.files().folders()) {
      needed += DataFiles.bytes(stored);
    }
    var free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw BackupException.failed(
          "%d MB are free, and %d MB may be needed".formatted(free >> 20, needed >> 20));
    }
  }

  private long tableBytes() throws SQLException {
    try (var connection = Jdbc.connect(forum.database());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

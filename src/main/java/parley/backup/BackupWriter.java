package parley.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes backups. Blocks. */
public final class BackupWriter {

  private final ForumData forum;
  private final String parley;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param parley the version of this program
   * @param progress receives one line for each step
   */
  public BackupWriter(ForumData forum, String parley, Clock clock, Consumer<String> progress) {
    this.forum = forum;
    this.parley = parley;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Writes a consistent snapshot of the forum's data into a new file, while the forum runs. The
   * file gets its final name when it is complete and on disk. Only its owner can read it.
   *
   * @throws BackupException if the database has no Parley schema
   */
  public Summary write(Path file) throws SQLException, IOException {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (var snapshot = Snapshot.of(forum.database());
        var archive = new ArchiveWriter(file, now, forum.files())) {
      var catalogue = new Catalogue(snapshot.connection());
      var migrations = migrations(catalogue);
      var rows = tables(snapshot, catalogue, archive);
      // files are on disk before a row names them, and for a day after none does, so those of the
      // snapshot's rows exist now
      var files = files(archive);
      var manifest =
          new Manifest(
              Manifest.FORMAT, Manifest.FORMAT_VERSION, parley, now, migrations, rows, files);
      archive.add(
          Entries.MANIFEST,
          to -> Archive.JSON.writerWithDefaultPrettyPrinter().writeValue(to, manifest.json()));
      return Summary.of(file, archive.finish(), manifest);
    }
  }

  private List<Manifest.Migration> migrations(Catalogue catalogue) throws SQLException {
    if (!catalogue.names(forum.database().database()).contains(Catalogue.HISTORY)) {
      throw BackupException.failed("No forum was found in the database " + forum.database() + ".");
    }
    return catalogue.migrations();
  }

  private Map<String, Long> tables(Snapshot snapshot, Catalogue catalogue, ArchiveWriter archive)
      throws SQLException, IOException {
    var rows = new LinkedHashMap<String, Long>();
    for (var table : catalogue.tables(forum.database().database())) {
      archive.add(
          Entries.ofTable(table.name()),
          to -> {
            try (var writer = new JsonRowWriter(table, to)) {
              rows.put(table.name(), TableReader.read(snapshot.connection(), table, writer));
            }
          });
      progress.accept(table.name() + ": " + rows.get(table.name()) + " rows");
    }
    return rows;
  }

  private Map<String, Long> files(ArchiveWriter archive) throws IOException {
    var counts = new LinkedHashMap<String, Long>();
    for (var folder : forum.files().folders()) {
      var files = DataFiles.finished(folder);
      for (var file : files) {
        try (var content = DataFiles.open(folder, file)) {
          archive.copy(folder.entry(file), content);
        }
      }
      counts.put(folder.counted(), (long) files.size());
      progress.accept(folder.counted() + ": " + files.size());
    }
    for (var file : forum.files().files()) {
      if (file.path().isPresent() && Files.exists(file.path().get())) {
        try (var content = Files.newInputStream(file.path().get())) {
          archive.copy(file.name(), content);
        }
      }
    }
    return counts;
  }
}

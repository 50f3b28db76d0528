package parley.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A folder of backups whose names contain their time. */
public final class BackupFolder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern NAME =
      Pattern.compile("parley-\\S+-(\\d{8}T\\d{6}Z)\\.parley\\.zip");

  private static final Pattern UNFINISHED =
      Pattern.compile(NAME + "\\.\\d+" + Pattern.quote(ArchiveWriter.UNFINISHED));

  private final Path folder;

  public BackupFolder(Path folder) {
    this.folder = folder;
  }

  /** The file for a new backup with this time. */
  public Path newFile(String parley, Instant now) {
    return folder.resolve("parley-" + parley + "-" + TIME.format(now) + ".parley.zip");
  }

  /**
   * Deletes all but the newest backups, and unfinished files of killed programs that are older than
   * a day. Files with other names are not changed.
   *
   * @return the deleted files
   */
  public List<Path> keepNewest(int count, Instant now) throws IOException {
    List<Path> old;
    try (var files = Files.list(folder)) {
      old = files.filter(file -> matches(NAME, file)).sorted(newestFirst()).skip(count).toList();
    }
    for (var file : old) {
      Files.delete(file);
    }
    deleteUnfinished(now.minus(1, ChronoUnit.DAYS));
    return old;
  }

  private void deleteUnfinished(Instant before) throws IOException {
    List<Path> unfinished;
    try (var files = Files.list(folder)) {
      unfinished = files.filter(file -> matches(UNFINISHED, file)).toList();
    }
    for (var file : unfinished) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.delete(file);
      }
    }
  }

  /** Orders by the time in the name, regardless of the version. */
  private static Comparator<Path> newestFirst() {
    return Comparator.comparing(BackupFolder::time).reversed();
  }

  private static String time(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? name.group(1) : "";
  }

  private static boolean matches(Pattern pattern, Path file) {
    return Files.isRegularFile(file) && pattern.matcher(file.getFileName().toString()).matches();
  }
}

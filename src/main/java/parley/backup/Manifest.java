package parley.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The description of a backup, in {@code manifest.json}.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion the layout of the file; a newer one is refused
 * @param parley the version of the program that made it
 * @param createdAt the time of the snapshot
 * @param migrations the migrations that created its schema, in order
 * @param rows the number of rows in each table
 * @param pictures the number of pictures
 */
record Manifest(
    String format,
    int formatVersion,
    String parley,
    Instant createdAt,
    List<Migration> migrations,
    Map<String, Long> rows,
    long pictures) {

  static final String FORMAT = "parley-backup";
  static final int FORMAT_VERSION = 1;

  /** A migration that was run, with Flyway's checksum of its text. */
  record Migration(String version, int checksum) {}

  /** The version of the schema. */
  String schema() {
    return migrations.get(migrations.size() - 1).version();
  }

  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}

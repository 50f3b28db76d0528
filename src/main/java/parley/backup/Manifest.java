package parley.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param files the number of files of each stored folder, by {@link StoredFolder#counted()}
 */
record Manifest(
    String format,
    int formatVersion,
    String parley,
    Instant createdAt,
    List<Migration> migrations,
    Map<String, Long> rows,
    Map<String, Long> files) {

  static final String FORMAT = "parley-backup";
  static final int FORMAT_VERSION = 1;

  private static final String FILES = "files";

  /** A migration that was run, with Flyway's checksum of its text. */
  record Migration(String version, int checksum) {}

  /**
   * Reads a manifest. The counts of files are members of their own. A backup that was made before a
   * feature had its folder lacks that member, and contains no such files.
   *
   * @throws JsonProcessingException for a member that is missing or unknown
   */
  static Manifest of(ObjectNode json, ForumFiles files) throws JsonProcessingException {
    var own = json.deepCopy();
    var counts = own.putObject(FILES);
    for (var folder : files.folders()) {
      var count = own.remove(folder.counted());
      if (count != null) {
        counts.set(folder.counted(), count);
      }
    }
    return Archive.JSON.treeToValue(own, Manifest.class);
  }

  ObjectNode json() {
    ObjectNode json = Archive.JSON.valueToTree(this);
    json.remove(FILES);
    files.forEach(json::put);
    return json;
  }

  /** The number of files of this folder. */
  long count(StoredFolder folder) {
    return files.getOrDefault(folder.counted(), 0L);
  }

  /** The version of the schema. */
  String schema() {
    return migrations.get(migrations.size() - 1).version();
  }

  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}

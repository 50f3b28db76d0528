package parley.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself, in {@code manifest.json}.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion the layout of the file; a newer one is refused
 * @param parley the version of the program that made it
 * @param createdAt the moment whose state it holds
 * @param migrations what made its schema, in order
 * @param rows how many of each table
 * @param files how many of each stored folder, by what they are called where they are counted
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

  /** A migration that ran; the checksum is Flyway's, of its text. */
  record Migration(String version, int checksum) {}

  /**
   * Reads a manifest. The counts of files stand beside its other members, each under its own name;
   * a backup that was made before a feature had its folder lacks that count, and has no such files.
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

  /** How many files of this folder it holds. */
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

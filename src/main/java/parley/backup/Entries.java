package parley.backup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of the entries in a backup's archive. An archive with other entries is not a Parley
 * backup. Features declare the names of their files.
 */
record Entries(ForumFiles files) {

  static final String MANIFEST = "manifest.json";

  /** The checksums of all other entries, for {@code sha256sum -c}. */
  static final String CHECKSUMS = "SHA256SUMS";

  static final String TABLES = "tables/";

  private static final String TABLE_SUFFIX = ".jsonl";
  private static final Pattern TABLE = Pattern.compile("tables/[0-9a-z_]{1,64}\\.jsonl");

  /** This also rejects names that would be unpacked outside the target folder. */
  boolean isKnown(String name) {
    return name.equals(MANIFEST)
        || name.equals(CHECKSUMS)
        || TABLE.matcher(name).matches()
        || folder(name).isPresent()
        || files.files().stream().anyMatch(file -> file.name().equals(name));
  }

  /** The folder whose file this is. */
  Optional<StoredFolder> folder(String name) {
    return files.folders().stream().filter(folder -> folder.has(name)).findFirst();
  }

  static String ofTable(String table) {
    return TABLES + table + TABLE_SUFFIX;
  }

  static boolean isTable(String name) {
    return name.startsWith(TABLES);
  }
}

package parley.backup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of what a backup's archive holds; anything else in one makes it another's archive. What
 * features store in files has the names that they declared.
 */
record Entries(ForumFiles files) {

  static final String MANIFEST = "manifest.json";

  /** What {@code sha256sum -c} checks the others with. */
  static final String CHECKSUMS = "SHA256SUMS";

  static final String TABLES = "tables/";

  private static final String TABLE_SUFFIX = ".jsonl";
  private static final Pattern TABLE = Pattern.compile("tables/[0-9a-z_]{1,64}\\.jsonl");

  /** Also keeps out of an archive what would leave the folder it is unpacked into. */
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

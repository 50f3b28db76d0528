package parley.backup;

import java.util.regex.Pattern;

/**
 * The names of the entries in a backup's archive. An archive with other entries is not a Parley
 * backup.
 */
final class Entries {

  static final String MANIFEST = "manifest.json";
  static final String SESSION_KEY = "session.key";

  /** The checksums of all other entries, for {@code sha256sum -c}. */
  static final String CHECKSUMS = "SHA256SUMS";

  private static final String TABLES = "tables/";
  private static final String TABLE_SUFFIX = ".jsonl";
  private static final String PICTURES = "images/";

  /** The names of finished pictures; unfinished ones have other names. */
  private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{32}\\.[a-z0-9]{2,5}");

  private static final Pattern KNOWN =
      Pattern.compile(
          "manifest\\.json|session\\.key|SHA256SUMS|tables/[0-9a-z_]{1,64}\\.jsonl|images/"
              + PICTURE);

  private Entries() {}

  /** This also rejects names that would be unpacked outside the target folder. */
  static boolean isKnown(String name) {
    return KNOWN.matcher(name).matches();
  }

  static String ofTable(String table) {
    return TABLES + table + TABLE_SUFFIX;
  }

  static boolean isTable(String name) {
    return name.startsWith(TABLES);
  }

  static boolean isPictureFile(String file) {
    return PICTURE.matcher(file).matches();
  }

  static String ofPicture(String file) {
    return PICTURES + file;
  }

  static boolean isPicture(String name) {
    return name.startsWith(PICTURES);
  }

  static String pictureFile(String name) {
    return name.substring(PICTURES.length());
  }
}

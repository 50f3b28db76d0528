package parley.backup;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder whose files belong in a backup, declared by the feature that writes them. A file appears
 * under its name only when it is whole, and never changes: a restore adds the files that are
 * missing.
 *
 * <p>A file that is needed no more is moved to {@link #removed} and stays there for longer than a
 * backup takes. The rows of a backup are read before the files, and may still name it.
 *
 * @param name the folder's name in a backup
 * @param path where it is; it need not exist
 * @param files the names of finished files; others stay out of a backup
 * @param fileBytes the largest size of a file
 * @param counted what the files are called where they are counted, such as {@code pictures}
 */
public record StoredFolder(String name, Path path, Pattern files, long fileBytes, String counted) {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z_]*");

  /** Members that each manifest has. */
  private static final Set<String> MANIFEST =
      Set.of("format", "formatVersion", "parley", "createdAt", "migrations", "rows", "files");

  public StoredFolder {
    if (!WORD.matcher(name).matches()
        || !WORD.matcher(counted).matches()
        || MANIFEST.contains(counted)
        || (name + "/").equals(Entries.TABLES)) {
      throw new IllegalArgumentException("No folder of a backup can be called " + name);
    }
  }

  /** Where files are moved that are needed no more. */
  public Path removed() {
    return path.resolve("removed");
  }

  /** The name in a backup of one of its files. */
  String entry(String file) {
    return name + "/" + file;
  }

  /** Whether this is the name in a backup of one of its files. */
  boolean has(String entry) {
    return entry.startsWith(name + "/") && isFinished(file(entry));
  }

  /** Whether files of this name go into a backup. What has a slash would leave the folder. */
  boolean isFinished(String file) {
    return file.indexOf('/') < 0 && files.matcher(file).matches();
  }

  /** The file's name in the folder, of its name in a backup. */
  String file(String entry) {
    return entry.substring(name.length() + 1);
  }
}

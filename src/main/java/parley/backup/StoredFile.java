package parley.backup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A small file with a secret that belongs in a backup, declared by the feature that writes it. A
 * restore puts it back last, readable by its owner alone, so that a restore that fails leaves the
 * one that fits the old database.
 *
 * @param name in a backup
 * @param path where it is; it need not exist; empty where this forum does not use one, though its
 *     backups may hold one
 * @param what completes "Everything is restored except …", when the file cannot be written
 */
public record StoredFile(String name, Optional<Path> path, String what) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z_.-]*");

  public StoredFile {
    if (!NAME.matcher(name).matches() || name.equals(Entries.MANIFEST)) {
      throw new IllegalArgumentException("No file of a backup can be called " + name);
    }
  }
}

package parley.backup;

import java.nio.file.Path;
import java.util.Map;

/**
 * The content of a backup in numbers.
 *
 * @param files the number of files of each folder, by {@link StoredFolder#counted()}
 * @param bytes the size of the file
 */
public record Summary(Path file, long bytes, int tables, long rows, Map<String, Long> files) {

  static Summary of(Path file, long bytes, Manifest manifest) {
    return new Summary(file, bytes, manifest.rows().size(), manifest.allRows(), manifest.files());
  }
}

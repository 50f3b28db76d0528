package parley.backup;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param files how many files of each folder, by what they are called
 * @param bytes the size of the file
 */
public record Summary(Path file, long bytes, int tables, long rows, Map<String, Long> files) {

  static Summary of(Path file, long bytes, Manifest manifest) {
    return new Summary(file, bytes, manifest.rows().size(), manifest.allRows(), manifest.files());
  }
}

package parley.backup;

import java.nio.file.Path;

/**
 * The content of a backup in numbers.
 *
 * @param bytes the size of the file
 */
public record Summary(Path file, long bytes, int tables, long rows, long pictures) {

  static Summary of(Path file, long bytes, Manifest manifest) {
    return new Summary(
        file, bytes, manifest.rows().size(), manifest.allRows(), manifest.pictures());
  }
}

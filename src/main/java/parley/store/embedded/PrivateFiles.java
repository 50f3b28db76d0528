package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Creates files that no other local user can read at any time. */
final class PrivateFiles {

  private PrivateFiles() {}

  /** An existing directory keeps its permissions. */
  static Path directory(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      var mode = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(path, PosixFilePermissions.asFileAttribute(mode));
    }
    return path;
  }

  /** Replaces the file, which also restores its strict permissions. */
  static Path write(Path path, String text) throws IOException {
    Files.deleteIfExists(path);
    var mode = PosixFilePermissions.fromString("rw-------");
    Files.createFile(path, PosixFilePermissions.asFileAttribute(mode));
    return Files.writeString(path, text);
  }

  static void deleteTree(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

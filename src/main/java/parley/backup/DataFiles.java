package parley.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Reads and restores the files that features have declared. */
final class DataFiles {

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private DataFiles() {}

  /** The finished files of a folder, ordered by name. */
  static List<Path> finished(StoredFolder folder) throws IOException {
    if (Files.notExists(folder.path())) {
      return List.of();
    }
    try (var files = Files.list(folder.path())) {
      return files
          .filter(file -> folder.isFinished(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * Adds an archive's files to the existing ones. An existing file with the same name is the same
   * file.
   */
  static void add(StoredFolder folder, Archive archive) throws IOException {
    Files.createDirectories(folder.path());
    for (var name : archive.names()) {
      if (folder.has(name)) {
        var target = folder.path().resolve(folder.file(name));
        if (Files.notExists(target)) {
          try (var stream = archive.read(name)) {
            write(stream, target);
          }
        }
      }
    }
  }

  /** Replaces a file with the archive's, if the archive has it and this forum uses it. */
  static void restore(StoredFile file, Archive archive) throws IOException {
    if (file.path().isPresent() && archive.has(file.name())) {
      try (var stream = archive.read(file.name())) {
        write(stream, file.path().get(), PRIVATE);
      }
    }
  }

  /** Writes the file atomically and flushes it to disk. */
  private static void write(InputStream from, Path target, FileAttribute<?>... attributes)
      throws IOException {
    var unfinished = target.resolveSibling(target.getFileName() + ".restoring");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, attributes);
    try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      from.transferTo(Channels.newOutputStream(file));
      file.force(true);
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }
}

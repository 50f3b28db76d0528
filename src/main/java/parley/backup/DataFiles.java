package parley.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads and restores the files that features have declared. */
final class DataFiles {

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private DataFiles() {}

  /** The names of a folder's finished files, in order; also of those that were removed lately. */
  static SortedSet<String> finished(StoredFolder folder) throws IOException {
    var names = new TreeSet<String>();
    // in this order, so that a file which is moved meanwhile is seen once at least
    for (var place : List.of(folder.path(), folder.removed())) {
      if (Files.exists(place)) {
        try (var files = Files.list(place)) {
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(folder::isFinished)
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  /** How much the finished files take. */
  static long bytes(StoredFolder folder) throws IOException {
    long bytes = 0;
    for (var name : finished(folder)) {
      var there = folder.path().resolve(name);
      bytes += Files.size(Files.exists(there) ? there : folder.removed().resolve(name));
    }
    return bytes;
  }

  /** Opens a finished file, also if it was removed after it was listed. */
  static InputStream open(StoredFolder folder, String name) throws IOException {
    try {
      return Files.newInputStream(folder.path().resolve(name));
    } catch (NoSuchFileException moved) {
      return Files.newInputStream(folder.removed().resolve(name));
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

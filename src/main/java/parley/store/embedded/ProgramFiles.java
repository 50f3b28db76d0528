package parley.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Unpacks a store's program once for each version; later starts use it again. */
final class ProgramFiles {

  /** Writes the program's files into an empty directory. */
  @FunctionalInterface
  interface Unpacker {
    void unpackInto(Path directory) throws IOException;
  }

  private ProgramFiles() {}

  /**
   * Returns the directory {@code name} in {@code programs}, and unpacks it if it is missing. It is
   * renamed to its final name last, when it is complete on disk, so after a kill or a power failure
   * the unpacking is repeated. Safe with concurrent threads and processes.
   */
  static synchronized Path ensure(Path programs, String name, Unpacker unpacker)
      throws IOException {
    var program = programs.resolve(name);
    if (Files.isDirectory(program)) {
      deleteOthers(programs, name);
      return program;
    }
    Files.createDirectories(programs);
    var lock = programs.resolve(name + ".lock");
    try (var channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (Files.notExists(program)) {
        unpack(programs.resolve(name + ".unpacking"), program, unpacker);
      }
    }
    deleteOthers(programs, name);
    return program;
  }

  /**
   * Deletes other versions of the program, and what is left of their unpacking. A program that
   * still runs goes on: the system keeps its file as long.
   */
  private static void deleteOthers(Path programs, String name) throws IOException {
    var stem = name.substring(0, name.indexOf('-') + 1);
    try (var entries = Files.list(programs)) {
      for (var entry : entries.toList()) {
        var other = entry.getFileName().toString();
        var version = other.replaceFirst("\\.(lock|unpacking)$", "");
        if (!stem.isEmpty() && other.startsWith(stem) && !version.equals(name)) {
          PrivateFiles.deleteTree(entry);
        }
      }
    }
  }

  private static void unpack(Path draft, Path program, Unpacker unpacker) throws IOException {
    PrivateFiles.deleteTree(draft);
    Files.createDirectory(draft);
    unpacker.unpackInto(draft);
    try (var files = Files.walk(draft)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        flush(file);
      }
    }
    Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void flush(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}

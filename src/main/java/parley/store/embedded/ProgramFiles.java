package parley.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Unpacks a store's program once per version; later starts find it there. */
final class ProgramFiles {

  /** Writes the program's files into an empty directory. */
  @FunctionalInterface
  interface Unpacker {
    void unpackInto(Path directory) throws IOException;
  }

  private ProgramFiles() {}

  /**
   * The directory {@code name} in {@code programs}, unpacked where it is missing. It gets its name
   * last and on disk whole, so a killed unpacking or a power cut is repeated, never used. Safe
   * against other threads and processes that want the same.
   */
  static synchronized Path ensure(Path programs, String name, Unpacker unpacker)
      throws IOException {
    var program = programs.resolve(name);
    if (Files.isDirectory(program)) {
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
    return program;
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

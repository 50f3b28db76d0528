package parley.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder that is a file system of its own in memory, which can be filled. Only root can mount
 * one; for others it is an ordinary folder, which is never filled.
 */
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "1g";
  private static final int PIECE = 1 << 20;
  private static final int UNMOUNTS = 50;

  private final Path folder;
  private final boolean mounted;

  SmallDisk() {
    try {
      folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "disk");
      mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", folder.toString()) == 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder.toAbsolutePath();
  }

  boolean canBeFilled() {
    return mounted;
  }

  void fill() {
    if (!mounted) {
      throw new IllegalStateException("this folder is no file system of its own");
    }
    try (var channel =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (channel.write(ByteBuffer.allocate(PIECE)) > 0) {
        // until it is full
      }
    } catch (IOException full) {
      // no space is left, as wanted
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  /** The last process that uses it may still be ending. */
  @Override
  public void close() {
    for (var n = 0; mounted && n < UNMOUNTS && run("umount", folder.toString()) != 0; n++) {
      Chaos.pause(200);
    }
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}

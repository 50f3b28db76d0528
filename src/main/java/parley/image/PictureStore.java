package parley.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Stores pictures as files in a directory. Blocks. Disk errors are thrown as {@link
 * UncheckedIOException}.
 */
public final class PictureStore {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(png|jpg)");

  private final Path directory;

  /** Creates the directory if it does not exist. */
  public PictureStore(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the directory for pictures " + directory, e);
    }
  }

  /**
   * Stores a picture unless it already exists. The file is written atomically, even if the process
   * dies.
   */
  public void store(EncodedPicture picture) {
    Path target = directory.resolve(picture.name());
    if (Files.exists(target)) {
      return;
    }
    Path unfinished = directory.resolve(picture.name() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        writeThrough(unfinished, picture.bytes());
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store the picture " + target, e);
    }
  }

  /**
   * The name must not reach the disk before the content, because an existing file is never written
   * again.
   */
  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (var out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
        out.write(left);
      }
      out.force(true);
    }
  }

  /** The stored picture with this name; empty if there is none or the name is invalid. */
  public Optional<Path> find(String name) {
    return NAME.matcher(name).matches()
        ? Optional.of(directory.resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }
}

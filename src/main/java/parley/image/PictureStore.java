package parley.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
  private final Path removed;

  /**
   * Creates the directories if they do not exist.
   *
   * @param removed where pictures stay for a while that nobody has any more; on the same disk
   */
  public PictureStore(Path directory, Path removed) {
    this.directory = directory;
    this.removed = removed;
    try {
      Files.createDirectories(directory);
      Files.createDirectories(removed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the directory for pictures " + directory, e);
    }
  }

  /** Stores a picture. The file is written atomically, even if the process dies. */
  public void store(EncodedPicture picture) {
    Path target = directory.resolve(picture.name());
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

  /** The names of the stored pictures that were written before this time. */
  public List<String> before(Instant time) {
    return list(directory, time).stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Takes a picture away: it is not found any more. Does nothing where there is none. */
  public void remove(String name) {
    find(name)
        .ifPresent(
            file -> {
              Path target = removed.resolve(name);
              try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
              } catch (NoSuchFileException gone) {
                // Another process was faster.
              } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the picture " + file, e);
              }
            });
  }

  /** Deletes the pictures that were taken away before this time. */
  public void purge(Instant time) {
    for (Path file : list(removed, time)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete the picture " + file, e);
      }
    }
  }

  private static List<Path> list(Path place, Instant before) {
    try (var files = Files.list(place)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .filter(file -> isOlder(file, before))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the pictures of " + place, e);
    }
  }

  private static boolean isOlder(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (IOException gone) {
      return false;
    }
  }
}

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

/** What a forum keeps in files: members' pictures, and the key that signs sessions. */
final class DataFiles {

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private final ForumData forum;

  DataFiles(ForumData forum) {
    this.forum = forum;
  }

  /** The finished pictures, in the order of their names. */
  List<Path> pictures() throws IOException {
    if (Files.notExists(forum.pictures())) {
      return List.of();
    }
    try (var files = Files.list(forum.pictures())) {
      return files
          .filter(file -> Entries.isPictureFile(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * Adds an archive's pictures to those that are there. A picture's name holds its hash, so one
   * that is there under a name is the same.
   */
  void addPictures(Archive archive) throws IOException {
    Files.createDirectories(forum.pictures());
    for (var name : archive.pictures()) {
      var target = forum.pictures().resolve(Entries.pictureFile(name));
      if (Files.notExists(target)) {
        try (var stream = archive.read(name)) {
          write(stream, target);
        }
      }
    }
  }

  /** The key that signed what the restored forum sent. */
  void restoreSessionKey(Archive archive) throws IOException {
    if (forum.sessionKey().isPresent() && archive.has(Entries.SESSION_KEY)) {
      try (var stream = archive.read(Entries.SESSION_KEY)) {
        write(stream, forum.sessionKey().get(), PRIVATE);
      }
    }
  }

  /** Appears whole and on disk, or not at all. */
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

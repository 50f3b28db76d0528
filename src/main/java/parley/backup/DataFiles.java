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

/** The forum's files: members' pictures, and the key that signs sessions. */
final class DataFiles {

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private final ForumData forum;

  DataFiles(ForumData forum) {
    this.forum = forum;
  }

  /** The finished pictures, ordered by name. */
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
   * Adds an archive's pictures to the existing ones. A picture's name is a hash of its content, so
   * an existing file with the same name is the same picture.
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

  /** Restores the key that signed the links in the restored forum's mails. */
  void restoreSessionKey(Archive archive) throws IOException {
    if (forum.sessionKey().isPresent() && archive.has(Entries.SESSION_KEY)) {
      try (var stream = archive.read(Entries.SESSION_KEY)) {
        write(stream, forum.sessionKey().get(), PRIVATE);
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

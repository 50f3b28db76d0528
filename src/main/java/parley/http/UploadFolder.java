package parley.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for uploads while they are processed; each is deleted at the end of its request. */
public final class UploadFolder {

  private UploadFolder() {}

  /** Creates the folder, and deletes files that a killed process left there. Blocks. */
  public static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (var file : left) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty the folder for uploads " + folder, e);
    }
  }
}

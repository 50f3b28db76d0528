package parley.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where uploads lie while they are worked on, each deleted with its request's end. */
public final class UploadFolder {

  private UploadFolder() {}

  /** Makes the folder, and takes away what a killed process left there. Blocks. */
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

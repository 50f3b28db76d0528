package parley.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of a store's process, which appends to it as long as it runs. When it is large it is
 * copied and emptied, so that the process need not know.
 *
 * @param path of the newest part; older ones have a number behind it, 1 for the newest of them
 */
record LogFile(Path path) {

  private static final Logger log = LoggerFactory.getLogger(LogFile.class);

  static final long BYTES_MAX = 8L << 20;
  static final int OLDER = 2;

  /** Lines that are written between the copy and the emptying are lost; there are few. */
  void rotate() {
    try {
      if (Files.exists(path) && Files.size(path) > BYTES_MAX) {
        for (var part = OLDER; part > 1; part--) {
          if (Files.exists(older(part - 1))) {
            Files.move(older(part - 1), older(part), StandardCopyOption.REPLACE_EXISTING);
          }
        }
        Files.copy(
            path,
            older(1),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The log {} cannot be rotated: {}", path, e.toString());
    }
  }

  private Path older(int part) {
    return path.resolveSibling(path.getFileName() + "." + part);
  }
}

package parley.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data folder of its own under {@code target/}, which shares the unpacked store programs. */
final class DataFolder {

  private static final Path PROGRAMS = Path.of("target/embedded-program").toAbsolutePath();

  private DataFolder() {}

  static Path make() {
    try {
      var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "data");
      Files.createSymbolicLink(data.resolve("program"), Files.createDirectories(PROGRAMS));
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

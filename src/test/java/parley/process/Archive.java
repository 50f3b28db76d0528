package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archive for servers that the build made. */
final class Archive {

  private Archive() {}

  /** Fails where there is not exactly one. */
  static Path file() throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("target"), "parley-*.tar.gz")) {
      var archives = files.iterator();
      var archive = archives.next();
      assertThat(archives).isExhausted();
      return archive;
    }
  }

  /** Its entries as {@code tar} lists them, with owner, mode and time. */
  static List<String> entries() throws IOException, InterruptedException {
    return tar("--list", "--verbose", "--full-time", "--utc");
  }

  /** Unpacks it into a folder of this name, which is made. */
  static Path unpack(Path home) throws IOException, InterruptedException {
    Files.createDirectories(home);
    tar("--extract", "--strip-components=1", "--directory", home.toString());
    return home;
  }

  private static List<String> tar(String... options) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("tar", "--file", file().toString(), "--gzip"));
    command.addAll(List.of(options));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}

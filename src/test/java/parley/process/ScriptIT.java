package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code bin/parley} in a packaged Parley whose folder has spaces in its name. */
class ScriptIT {

  private Path folder;
  private Path home;

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    var target = Files.createDirectories(Path.of("target/it"));
    folder = Files.createTempDirectory(target, "script").toAbsolutePath();
    home = Archive.unpack(folder.resolve("my own forum"));
  }

  @Test
  void itRunsThroughASymbolicLinkFromAnywhere() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("parley"), home.resolve("bin/parley"));
    assertThat(run(link, Map.of(), "--version")).containsExactly("0.1.0");
  }

  @Test
  void itsHelpTellsWhatItCanDo() throws Exception {
    assertThat(run(home.resolve("bin/parley"), Map.of(), "--help"))
        .anyMatch(line -> line.startsWith("Usage: parley"))
        .anyMatch(line -> line.contains("--config=FILE"))
        .anyMatch(line -> line.strip().startsWith("role "));
  }

  @Test
  void itsDataLiesBesideItWhereverItIsCalledFrom() throws Exception {
    var nowhere =
        Map.of(
            "PARLEY_MYSQL_HOST", "127.0.0.1",
            "PARLEY_MYSQL_PORT", "1",
            "PARLEY_REDIS_URL", "redis://127.0.0.1:1");
    assertThat(run(home.resolve("bin/parley"), nowhere))
        .singleElement()
        .asString()
        .startsWith("parley: mysql.host: no database at");
    assertThat(home.resolve("data")).isDirectory();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private List<String> run(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}

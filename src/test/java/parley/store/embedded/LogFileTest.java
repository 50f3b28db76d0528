package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir Path folder;

  @Test
  void aSmallLogStays() throws IOException {
    var log = new LogFile(Files.writeString(folder.resolve("redis.log"), "small"));
    log.rotate();
    assertThat(folder).isDirectoryNotContaining("glob:**.1");
    assertThat(log.path()).hasContent("small");
  }

  @Test
  void aLargeOneIsEmptiedUnderTheProcessThatAppendsAndTheOldestGoes() throws IOException {
    var log = new LogFile(folder.resolve("redis.log"));
    try (var process =
        Files.newOutputStream(log.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (byte round = 'a'; round <= 'd'; round++) {
        var text = new byte[(int) LogFile.BYTES_MAX + 1];
        Arrays.fill(text, round);
        process.write(text);
        log.rotate();
        assertThat(log.path()).isEmptyFile();
      }
      process.write('e');
    }
    assertThat(log.path()).hasContent("e");
    assertThat(firstOf("redis.log.1")).isEqualTo('d');
    assertThat(firstOf("redis.log.2")).isEqualTo('c');
    assertThat(folder.resolve("redis.log.3")).doesNotExist();
  }

  private int firstOf(String file) throws IOException {
    try (var stream = Files.newInputStream(folder.resolve(file))) {
      return stream.read();
    }
  }
}

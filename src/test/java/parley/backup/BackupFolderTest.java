package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:15:00Z");

  @TempDir private Path folder;

  private Path made(String version, int daysAgo) throws IOException {
    var time = NOW.minus(Duration.ofDays(daysAgo));
    return Files.createFile(new BackupFolder(folder).newFile(version, time));
  }

  @Test
  void theNameSaysVersionAndTime() {
    assertThat(new BackupFolder(folder).newFile("1.2.3", NOW).getFileName())
        .hasToString("parley-1.2.3-20261122T031500Z.parley.zip");
  }

  @Test
  void theNewestStayWhateverVersionMadeThem() throws IOException {
    var oldest = made("0.9.0", 3);
    var older = made("0.10.0", 2);
    var newer = made("0.9.0", 1);
    var newest = made("0.10.0", 0);
    assertThat(new BackupFolder(folder).keepNewest(2, NOW)).containsExactly(older, oldest);
    assertThat(folder)
        .isDirectoryNotContaining(older::equals)
        .isDirectoryNotContaining(oldest::equals);
    assertThat(newer).exists();
    assertThat(newest).exists();
  }

  @Test
  void filesWithOtherNamesStay() throws IOException {
    made("0.1.0", 0);
    for (var name :
        new String[] {
          "before-upgrade.zip",
          "parley-0.1.0.tar.gz",
          "parley-0.1.0-20200101T000000Z.parley.zip.bak"
        }) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("parley-0.1.0-20200101T000000Z.parley.zip"));
    assertThat(new BackupFolder(folder).keepNewest(1, NOW)).isEmpty();
    assertThat(folder.toFile().list()).hasSize(5);
  }

  @Test
  void whatKilledProgramsLeftGoesAfterADay() throws IOException {
    var left =
        Files.createFile(folder.resolve("parley-0.1.0-20261120T031500Z.parley.zip.123.part"));
    var underWay =
        Files.createFile(folder.resolve("parley-0.1.0-20261122T031400Z.parley.zip.4.part"));
    Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(2))));
    Files.setLastModifiedTime(underWay, FileTime.from(NOW));
    new BackupFolder(folder).keepNewest(1, NOW);
    assertThat(left).doesNotExist();
    assertThat(underWay).exists();
  }
}

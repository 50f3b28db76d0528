package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

  @TempDir Path data;

  @Test
  void whatAKilledProcessLeftIsTakenAway() throws IOException {
    var folder = UploadFolder.emptied(data.resolve("uploads"));
    Files.writeString(folder.resolve("half-a-picture"), "bytes");
    assertThat(UploadFolder.emptied(folder)).isEmptyDirectory();
  }
}

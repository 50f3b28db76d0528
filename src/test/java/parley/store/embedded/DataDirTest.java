package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.store.StoreStartException;

class DataDirTest {

  @TempDir Path temp;

  @Test
  void itIsCreatedWhereItIsMissing() {
    try (var data = DataDir.open(temp.resolve("var/parley"))) {
      assertThat(data.path()).isDirectory();
    }
  }

  @Test
  void aSecondOpeningIsRefusedByWhateverName() throws Exception {
    var other = Files.createSymbolicLink(temp.resolve("other"), temp.resolve("data"));
    try (var data = DataDir.open(temp.resolve("data"))) {
      assertThatThrownBy(() -> DataDir.open(other))
          .isInstanceOf(StoreStartException.class)
          .hasMessage("The data directory %s is in use by another Parley (this process).", other);
      assertThat(data.path()).isDirectory();
    }
  }

  @Test
  void itMayBeOpenedAgainOnceClosed() {
    DataDir.open(temp).close();
    try (var data = DataDir.open(temp)) {
      assertThat(data.path()).isDirectory();
    }
  }

  @Test
  void aFileInItsPlaceIsAClearFailure() throws Exception {
    var file = Files.createFile(temp.resolve("data"));
    assertThatThrownBy(() -> DataDir.open(file))
        .isInstanceOf(StoreStartException.class)
        .hasMessage("The data directory %s is not a directory.", file);
  }
}

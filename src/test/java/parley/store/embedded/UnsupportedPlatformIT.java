package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsupportedPlatformIT {

  @TempDir(factory = TargetDir.class)
  Path data;

  @Test
  void aMachineWithoutBinariesIsToldToUseAnExternalStore() throws Exception {
    try (var parley = ChildParley.launch(data, "-Dos.arch=s390x")) {
      assertThat(parley.lines())
          .containsExactly(
              "No embedded MariaDB is included for this system (Linux, s390x):"
                  + " configure an external MySQL or MariaDB.");
    }
  }
}

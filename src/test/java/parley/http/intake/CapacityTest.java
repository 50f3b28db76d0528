package parley.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.config.Intake;

class CapacityTest {

  private static final long DEFAULT_HEAP = 256L << 20;
  private static final long MANY_FILES = 1_000_000;

  @Test
  void theHeapSaysHowMuchIsHeld() {
    var capacity = Capacity.of(config(0, 0), DEFAULT_HEAP, MANY_FILES);
    assertThat(capacity).isEqualTo(new Capacity(8192, 32L << 20));
    assertThat(Capacity.of(config(0, 0), 2 * DEFAULT_HEAP, MANY_FILES))
        .isEqualTo(new Capacity(16_384, 64L << 20));
  }

  @Test
  void whereFilesAreFewThereAreNoMoreConnections() {
    assertThat(Capacity.of(config(0, 0), DEFAULT_HEAP, 1024).connections()).isEqualTo(824);
    assertThat(Capacity.of(config(0, 0), DEFAULT_HEAP, 64).connections()).isEqualTo(100);
  }

  @Test
  void theConfigurationHasTheLastWord() {
    assertThat(Capacity.of(config(7, 5L << 20), DEFAULT_HEAP, 64))
        .isEqualTo(new Capacity(7, 5L << 20));
  }

  private static Intake config(int connections, long bytes) {
    return new Intake(connections, 1000, 10, 30, 4096, bytes);
  }
}

package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineMemoryTest {

  @ParameterizedTest
  @CsvSource({"512, true", "999, true", "1000, false", "24000, false", "0, false"})
  void isSmallBelowWhatOneOfTheSmallestServersHas(long mebibytes, boolean small) {
    assertThat(MachineMemory.isSmall(mebibytes << 20)).isEqualTo(small);
  }
}

package parley.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The short version of {@code bin/faults}. */
@Execution(ExecutionMode.SAME_THREAD)
class FaultsIT {

  private static final int ROUNDS = 2;
  private static final Duration ROUND = Duration.ofSeconds(20);

  @Test
  void whatWasAcknowledgedIsThereOnceWhateverFails() throws Exception {
    var ledger = new Ledger();
    var seed = 20_261_126L;
    try (var stand = new Stand()) {
      var search = new Found(stand.port());
      var chaos = new Chaos(stand, ledger, new Random(seed));
      for (var round = 1; round <= ROUNDS; round++) {
        var verdict = new Round(stand, ledger, search, seed + round, "r" + round).run(ROUND, chaos);
        assertThat(verdict.lost()).as("lost").isZero();
        assertThat(verdict.doubled()).as("doubled").isZero();
        assertThat(verdict.torn()).as("torn").isZero();
        assertThat(verdict.unfound()).as("not found by the search").isZero();
        assertThat(verdict.counters()).as("counters").isEmpty();
        assertThat(verdict.effects()).as("effects").isEmpty();
      }
    }
    assertThat(ledger.findings()).isEmpty();
    assertThat(ledger.size()).isGreaterThan(100);
  }
}

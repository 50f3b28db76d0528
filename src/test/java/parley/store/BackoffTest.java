package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A source that always gives the largest number it can. */
  private static final class Highest extends Random {
    private static final long serialVersionUID = 1L;

    @Override
    public double nextDouble() {
      return Math.nextDown(1.0);
    }
  }

  @Test
  void theWaitDoublesUpToTheLongest() {
    var backoff = new Backoff(FIRST, LONGEST, new Highest());
    assertThat(
            IntStream.rangeClosed(1, 9).mapToLong(n -> backoff.after(n).plusMillis(1).toSeconds()))
        .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
  }

  @Test
  void anyNumberOfAttemptsWaitsNoLongerThanTheLongest() {
    var backoff = new Backoff(FIRST, LONGEST, new Random(1));
    for (var attempts : new int[] {1, 31, 64, 1000, Integer.MAX_VALUE}) {
      assertThat(backoff.after(attempts)).isBetween(FIRST.dividedBy(2), LONGEST);
    }
  }

  @Test
  void whatFailedTogetherComesBackSpreadOverHalfTheWait() {
    var backoff = new Backoff(FIRST, LONGEST, new Random(2));
    var waits =
        IntStream.range(0, 1000).mapToLong(n -> backoff.after(1).toMillis()).summaryStatistics();
    assertThat(waits.getMin()).isBetween(15_000L, 15_500L);
    assertThat(waits.getMax()).isBetween(29_500L, 30_000L);
  }
}

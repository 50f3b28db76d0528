package parley.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long after each, up to a longest wait; of that a
 * random part between half and the whole, so that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

  /** Beyond this the doubling would overflow. */
  private static final int DOUBLINGS_MAX = 30;

  /**
   * @param attempts that have failed, from 1
   */
  public Duration after(int attempts) {
    var doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    var wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofMillis((long) (wait.toMillis() * (0.5 + random.nextDouble() / 2)));
  }
}

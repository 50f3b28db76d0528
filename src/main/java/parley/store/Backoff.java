package parley.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The wait after a failure: it doubles with each failure, up to a maximum. The actual wait is a
 * random value between half and all of it, so that mails that failed together are not retried
 * together.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

  /** Beyond this, doubling would overflow. */
  private static final int DOUBLINGS_MAX = 30;

  /**
   * How long to wait before the next attempt: doubled after each failure, and shortened by up to a
   * half at random, so that attempts spread.
   *
   * @param attempts the number of failed attempts, from 1
   */
  public Duration after(int attempts) {
    var doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    var wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofMillis((long) (wait.toMillis() * (0.5 + random.nextDouble() / 2)));
  }
}

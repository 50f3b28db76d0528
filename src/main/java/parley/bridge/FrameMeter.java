package parley.bridge;

/**
 * Counts the frames of one connection, second by second.
 *
 * @see parley.config.Bridge#framesPerSecond()
 */
final class FrameMeter {

  enum Verdict {
    WITHIN,
    /** The frame must be refused. */
    OVER,
    /** The client continues in spite of refusals; its connection must be closed. */
    FLOOD
  }

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final int perSecond;
  private long began;
  private int count;

  FrameMeter(int perSecond, long now) {
    this.perSecond = perSecond;
    this.began = now;
  }

  /**
   * Counts one.
   *
   * @param now as of {@link System#nanoTime()}
   */
  Verdict count(long now) {
    if (now - began >= SECOND_NANOS) {
      began = now;
      count = 0;
    }
    count++;
    if (count <= perSecond) {
      return Verdict.WITHIN;
    }
    return count <= 2 * perSecond ? Verdict.OVER : Verdict.FLOOD;
  }
}

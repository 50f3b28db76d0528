package parley.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Times that were measured, in nanoseconds. For use on one thread. */
final class Latencies {

  private long[] nanos = new long[1024];
  private int count;

  void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time;
  }

  int count() {
    return count;
  }

  /** In milliseconds: the time that this share of all did not exceed. */
  double millis(double share) {
    var sorted = LongStream.of(nanos).limit(count).sorted().toArray();
    var at = (int) Math.ceil(share * count) - 1;
    return count == 0
        ? Double.NaN
        : sorted[Math.max(0, at)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
        count,
        millis(0.5),
        millis(0.95),
        millis(0.99),
        millis(1));
  }
}

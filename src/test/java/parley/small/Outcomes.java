package parley.small;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the requests of one kind. */
final class Outcomes {

  private final String name;
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  Outcomes(String name) {
    this.name = name;
  }

  /** It was done. */
  void done() {
    done.incrementAndGet();
  }

  /** It was refused for a while, as it may be, and is sent again. */
  void refused(int status) {
    count(Integer.toString(status) + " with Retry-After");
  }

  /** What must not be. */
  void failed(String how) {
    failed.incrementAndGet();
    count("FAILED " + how);
  }

  private void count(String what) {
    counts.computeIfAbsent(what, added -> new AtomicLong()).incrementAndGet();
  }

  long failures() {
    return failed.get();
  }

  @Override
  public String toString() {
    return "%d %s done %s".formatted(done.get(), name, new TreeMap<>(counts));
  }
}

package parley.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/**
 * The time that a search may take: of the processor, so that it finds the same on a machine that is
 * busy, and of the clock, so that nobody waits for ever. For the thread that makes it.
 */
final class SearchTime implements QueryTimeout {

  private static final long PROCESSOR = Duration.ofMillis(300).toNanos();
  private static final long CLOCK = Duration.ofSeconds(3).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long began = System.nanoTime();
  private final long used = THREADS.getCurrentThreadCpuTime();

  /** What the thread has used of the processor is asked for only when it can be too much. */
  @Override
  public boolean shouldExit() {
    var passed = System.nanoTime() - began;
    return passed > PROCESSOR
        && (passed > CLOCK || THREADS.getCurrentThreadCpuTime() - used > PROCESSOR);
  }
}

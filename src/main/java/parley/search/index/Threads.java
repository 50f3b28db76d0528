package parley.search.index;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends of threads. */
final class Threads {

  private Threads() {}

  /** Waits until the thread has ended, but not for ever. */
  static void join(@Nullable Thread thread, Duration longest) {
    try {
      if (thread != null) {
        thread.join(longest.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // who stops is in a hurry
    }
  }
}

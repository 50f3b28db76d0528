package parley.search.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import parley.store.Database;

/** Builds an index on a thread of its own, one at a time. */
final class BackgroundBuild {

  private static final Logger log = LoggerFactory.getLogger(BackgroundBuild.class);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Database database;
  private final Clock clock;
  private final IndexFolder folder;
  private final BooleanSupplier stopping;
  private final Runnable whole;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Generation built;

  /**
   * @param whole is told when an index is whole
   */
  BackgroundBuild(
      Database database,
      Clock clock,
      IndexFolder folder,
      BooleanSupplier stopping,
      Runnable whole) {
    this.database = database;
    this.clock = clock;
    this.folder = folder;
    this.stopping = stopping;
    this.whole = whole;
  }

  /** From the start until what was built is {@link #taken}, or it has failed. */
  boolean isBusy() {
    return thread != null;
  }

  /** An index that is whole; null where there is none. */
  @Nullable Generation built() {
    return built;
  }

  void taken() {
    built = null;
    thread = null;
  }

  /**
   * @param target is closed after a failure if it is not searched meanwhile
   */
  void start(Generation target, boolean searched) {
    var started = new Thread(() -> run(target, searched), "search-build");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  private void run(Generation target, boolean searched) {
    try {
      log.debug("A new index is built");
      var began = System.nanoTime();
      if (new Building(database, clock, stopping).run(target, this::tell)) {
        var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        log.atLevel(seconds > 0 ? Level.INFO : Level.DEBUG)
            .log("The search index was built in {} s", seconds);
        built = target;
        whole.run();
      } else if (!searched) {
        target.close();
      }
    } catch (Exception e) { // also a checked one, which await() throws as it is
      if (!stopping.getAsBoolean()) {
        log.warn("The new index could not be built, and is begun again: {}", e.toString());
        log.debug("The new index", e);
        retry(target, searched);
      }
    }
  }

  private void retry(Generation target, boolean searched) {
    try {
      if (!searched) {
        target.close();
      }
      TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
    } catch (IOException e) {
      log.debug("The new index", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  private void tell(long rows, long all) {
    try {
      if (folder.isWanted()) {
        folder.tell(rows + " of " + all);
      }
    } catch (IOException e) {
      log.debug("The progress", e);
    }
  }

  /** Waits until the thread has ended, which it does soon when it is to stop. */
  void join(Duration longest) {
    Threads.join(thread, longest);
  }
}

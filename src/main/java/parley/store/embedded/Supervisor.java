package parley.store.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.StoreStartException;

/**
 * Starts a store's process again when it ends by itself: at once, then after waits that double.
 * After several deaths in a row it gives up. It also keeps the store's log within its size.
 */
final class Supervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  /** So many deaths in a row, and it is no accident. */
  private static final int DEATHS_MAX = 6;

  private static final long FIRST_WAIT_MS = 250;

  /** What MariaDB needs at each start, and a little more. */
  private static final long NEEDED_BYTES = 16L << 20;

  private static final long FULL_WAIT_SECONDS = 1;
  private static final long ROTATE_EVERY_SECONDS = 60;

  private final String store;
  private final Supplier<StoreProcess> start;
  private final Consumer<String> fatal;
  private final Duration healthy;
  private final LogFile logFile;
  private final ScheduledExecutorService thread;
  private StoreProcess process;
  private boolean closed;
  private long started = System.nanoTime();
  private int deaths;

  /**
   * @param process runs
   * @param start starts it again, with the same address
   * @param healthy who runs so long has recovered from earlier deaths
   * @param fatal is told, in one line, when it is given up
   */
  Supervisor(
      String store,
      StoreProcess process,
      Path logFile,
      Supplier<StoreProcess> start,
      Duration healthy,
      Consumer<String> fatal) {
    this.store = store;
    this.process = process;
    this.logFile = new LogFile(logFile);
    this.start = start;
    this.healthy = healthy;
    this.fatal = fatal;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var daemon = new Thread(task, "supervisor of " + store);
              daemon.setDaemon(true);
              return daemon;
            });
    rotateLog();
    follow(process);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // rotate() logs its failures
  private void rotateLog() {
    thread.scheduleWithFixedDelay(logFile::rotate, 0, ROTATE_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs a step on the supervisor's thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // run() reports a failure
  private void schedule(Runnable step, long wait, TimeUnit unit) {
    thread.schedule(() -> run(step), wait, unit);
  }

  /** A step that fails unexpectedly would leave the store stopped, so it is given up. */
  private void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      synchronized (this) {
        if (closed) {
          return;
        }
      }
      log.error("The embedded {} cannot be supervised any more", store, e);
      fatal.accept("The embedded %s cannot be started again: %s".formatted(store, e));
    }
  }

  private void follow(StoreProcess followed) {
    followed.onEnd(
        () -> {
          try {
            schedule(this::died, 0, TimeUnit.SECONDS);
          } catch (RejectedExecutionException closing) {
            log.debug("{} ended while it was being stopped", store);
          }
        });
  }

  private void died() {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (System.nanoTime() - started > healthy.toNanos()) {
        deaths = 0;
      }
      deaths++;
    }
    if (hasNoSpace()) {
      log.warn("The embedded {} ended, and its disk is full; it waits for space", store);
      deaths = 0;
      schedule(this::startWhenThereIsSpace, FULL_WAIT_SECONDS, TimeUnit.SECONDS);
      return;
    }
    if (deaths >= DEATHS_MAX) {
      fatal.accept(
          "The embedded %s ended %d times in a row; its log is %s"
              .formatted(store, deaths, logFile.path()));
      return;
    }
    log.warn(
        "The embedded {} ended unexpectedly and is started again; its log is {}",
        store,
        logFile.path());
    var wait = deaths == 1 ? 0 : FIRST_WAIT_MS << (deaths - 2);
    schedule(this::startAgain, wait, TimeUnit.MILLISECONDS);
  }

  /** Then no start can succeed. */
  private boolean hasNoSpace() {
    return logFile.path().toFile().getUsableSpace() < NEEDED_BYTES;
  }

  /** MariaDB itself would wait a minute between two looks. */
  private void startWhenThereIsSpace() {
    if (hasNoSpace()) {
      schedule(this::startWhenThereIsSpace, FULL_WAIT_SECONDS, TimeUnit.SECONDS);
    } else {
      startAgain();
    }
  }

  private void startAgain() {
    try {
      var began = System.nanoTime();
      synchronized (this) {
        if (closed) {
          return;
        }
        started = began;
        process = start.get();
      }
      follow(process);
      log.info(
          "The embedded {} runs again after {} ms",
          store,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    } catch (StoreStartException e) {
      log.warn("{}", e.getMessage());
      died();
    }
  }

  /** Stops the process, and returns when it has ended; it is not started again. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.shutdownNow();
    process.close();
  }
}

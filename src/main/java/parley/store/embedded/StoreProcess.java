package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.StoreStartException;

/**
 * A store's process: in a session of its own, its output in a file, and stopped by nobody but us.
 * It outlives this process when that is killed; the next start then ends it (see {@link Orphans}).
 */
final class StoreProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoreProcess.class);

  /** Long enough to recover a few hundred megabytes after a crash; a dead process fails at once. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** Passing on all of it would let a service manager's socket or a client's settings leak in. */
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH", "TZ");

  private final String store;
  private final Path log;
  private final Process process;
  private volatile boolean stopping;

  private StoreProcess(String store, Path log, Process process) {
    this.store = store;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a command.
   *
   * @param directory the store's own directory: where it works marks the process as ours
   * @param input what it reads; nothing if null
   */
  static StoreProcess start(
      String store, List<String> command, Path directory, Path input, Path log) {
    var whole = new ArrayList<>(Platform.ownSession());
    whole.addAll(command);
    var builder =
        new ProcessBuilder(whole)
            .directory(directory.toFile())
            .redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(ENVIRONMENT);
    try {
      return new StoreProcess(store, log, builder.start());
    } catch (IOException e) {
      throw new StoreStartException(
          "The embedded " + store + " cannot be run: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until the store answers.
   *
   * @throws StoreStartException if it ends or does not answer within two minutes; it is stopped
   */
  void awaitReady(BooleanSupplier answers) {
    var deadline = System.nanoTime() + READY_WITHIN.toNanos();
    try {
      while (!answers.getAsBoolean() || !process.isAlive()) {
        if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          throw failure("ended with status " + process.exitValue() + " while starting");
        }
        if (System.nanoTime() > deadline) {
          throw failure("did not answer within " + READY_WITHIN.toSeconds() + " seconds");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw failure("was interrupted while starting");
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    process.onExit().thenRun(this::ended);
  }

  /**
   * Waits for a command that ends by itself.
   *
   * @throws StoreStartException if it fails or is not done within two minutes
   */
  void awaitDone() {
    try {
      if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        throw failure("was not installed within " + READY_WITHIN.toSeconds() + " seconds");
      }
      if (process.exitValue() != 0) {
        throw failure("could not be installed (status " + process.exitValue() + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted while being installed");
    } finally {
      close();
    }
  }

  private StoreStartException failure(String what) {
    return new StoreStartException("The embedded " + store + " " + what + "; its log is " + log);
  }

  private void ended() {
    if (!stopping) {
      LOG.error("The embedded {} ended by itself; its log is {}", store, log);
    }
  }

  /** Stops the process in order; returns when it is gone. */
  @Override
  public void close() {
    stopping = true;
    OrderlyStop.of(process.toHandle(), process::isAlive);
  }
}

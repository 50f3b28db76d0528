package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import parley.store.StoreStartException;

/**
 * A store's process: it has its own session and writes its output to a file, and only this class
 * stops it. If this process is killed, the store continues to run, and the next start stops it (see
 * {@link Orphans}).
 */
final class StoreProcess implements AutoCloseable {

  /**
   * Long enough to recover a few hundred megabytes after a crash. If the process ends, the start
   * fails immediately.
   */
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** The full environment could contain a service manager's socket or a client's settings. */
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
   * @param directory the store's directory; as the working directory, it identifies the process as
   *     ours
   * @param input the standard input; empty if null
   */
  static StoreProcess start(
      String store, List<String> command, Path directory, @Nullable Path input, Path log) {
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
   * @throws StoreStartException if it ends or does not answer within two minutes; then it is
   *     stopped
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
  }

  /** Runs this, which must not throw, when the process ends without having been closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // the listener does not fail
  void onEnd(Runnable listener) {
    process
        .onExit()
        .thenRun(
            () -> {
              if (!stopping) {
                listener.run();
              }
            });
  }

  /**
   * Waits for a command to end.
   *
   * @throws StoreStartException if it fails or takes longer than two minutes
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

  /** Shuts the process down and returns when it has ended. */
  @Override
  public void close() {
    stopping = true;
    OrderlyStop.of(process.toHandle(), process::isAlive);
  }
}

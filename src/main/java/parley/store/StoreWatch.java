package parley.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store all the time, on a connection of its own, whether it answers, and opens and closes
 * its {@link Breaker}. A store is away if it cannot be connected to, or if it has answered neither
 * the watch nor anybody else for as long as it may be silent: a slow store is not away. While it is
 * away, attempts to connect overlap, so that one that hangs does not hide the store's return.
 */
final class StoreWatch implements AutoCloseable {

  /** A connection to the store that can be asked. */
  interface Line {
    /** Succeeds when the store answers and can be used. */
    Future<Void> ask();

    /** Closes the connection, also one that hangs. */
    void close();
  }

  private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);

  /** Together with the longest silence, this is how soon a store that hangs is refused. */
  private static final long ASK_EVERY_MS = 250;

  private static final long ATTEMPT_EVERY_MS = 400;

  /** So many times the longest silence an attempt may take: slow stores must be found again. */
  private static final int ATTEMPT_SILENCES = 3;

  /** A timer that is so late says that this process was held up, not that the store is silent. */
  private static final long LATE_MS = 250;

  private final Vertx vertx;
  private final Context context;
  private final Breaker breaker;
  private final LastAnswer lastAnswer;
  private final long silenceMs;
  private final Supplier<Line> dial;
  private @Nullable Line line;
  private long attempts = -1;
  private boolean closed;

  /**
   * @param silenceMs how long the store may be silent
   * @param dial makes a line, which connects when it is first asked
   */
  StoreWatch(
      Vertx vertx, Breaker breaker, LastAnswer lastAnswer, long silenceMs, Supplier<Line> dial) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.breaker = breaker;
    this.lastAnswer = lastAnswer;
    this.silenceMs = silenceMs;
    this.dial = dial;
  }

  StoreWatch start() {
    context.runOnContext(now -> seek());
    return this;
  }

  private void ask() {
    if (closed || line == null) {
      return;
    }
    var asked = line;
    var began = System.nanoTime();
    asked
        .ask()
        .timeout(silenceMs, TimeUnit.MILLISECONDS)
        .onSuccess(
            answer -> {
              breaker.close();
              vertx.setTimer(ASK_EVERY_MS, timer -> ask());
            })
        .onFailure(
            failure -> {
              asked.close();
              line = null;
              if (failure instanceof TimeoutException && isSilent(began)) {
                breaker.open(silence());
              }
              seek();
            });
  }

  private boolean isSilent(long began) {
    var passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return passed < silenceMs + LATE_MS && !lastAnswer.isSince(began);
  }

  private TimeoutException silence() {
    return new TimeoutException("no answer for " + silenceMs + " ms");
  }

  /** Connects again and again until there is a line. */
  private void seek() {
    if (!closed && attempts < 0) {
      attempts = vertx.setPeriodic(0, ATTEMPT_EVERY_MS, timer -> attempt());
    }
  }

  private void attempt() {
    var made = dial.get();
    var began = System.nanoTime();
    if (breaker.refusal().isEmpty()) {
      vertx.setTimer(silenceMs, timer -> lateAttempt(began));
    }
    made.ask()
        .timeout(ATTEMPT_SILENCES * silenceMs, TimeUnit.MILLISECONDS)
        .onSuccess(answer -> found(made))
        .onFailure(
            failure -> {
              made.close();
              log.debug("An attempt to reach a store failed", failure);
              if (line == null && !closed && saysAway(failure, began)) {
                breaker.open(failure);
              }
            });
  }

  private void lateAttempt(long began) {
    if (line == null && !closed && isSilent(began)) {
      breaker.open(silence());
    }
  }

  /** A server that has too many connections serves those that it has. */
  private boolean saysAway(Throwable failure, long began) {
    return !StoreFailures.isFull(failure) && !lastAnswer.isSince(began);
  }

  private void found(Line made) {
    if (line != null || closed) {
      made.close();
      return;
    }
    line = made;
    vertx.cancelTimer(attempts);
    attempts = -1;
    breaker.close();
    vertx.setTimer(ASK_EVERY_MS, timer -> ask());
  }

  /** Blocks until nothing is asked any more. */
  @Override
  public void close() {
    var done = new CountDownLatch(1);
    context.runOnContext(
        now -> {
          closed = true;
          vertx.cancelTimer(attempts);
          if (line != null) {
            line.close();
          }
          done.countDown();
        });
    try {
      done.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package parley.job;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import parley.failure.ForumException;

/**
 * Costly work off the event loops, of which only so much waits, and only for so long. Work whose
 * client has gone is not done. Safe to share between event loops.
 */
public final class WorkQueue {

  private final WorkerExecutor workers;
  private final int most;
  private final long waitNanos;
  private final Supplier<BooleanSupplier> client;
  private final AtomicInteger pending = new AtomicInteger();

  /**
   * @param most how much may wait and be done at once
   * @param wait the longest that it may wait
   * @param asked is called with each piece of work; what it gives says whether the client has gone
   */
  public WorkQueue(
      WorkerExecutor workers, int most, Duration wait, Supplier<BooleanSupplier> asked) {
    this.client = asked;
    this.workers = workers;
    this.most = most;
    this.waitNanos = wait.toNanos();
  }

  /** Whether more would be refused now. */
  public boolean isFull() {
    return pending.get() >= most;
  }

  /** Fails with BUSY where there is too much to do, or the client has gone. */
  public <T> Future<T> run(Callable<T> work) {
    if (pending.incrementAndGet() > most) {
      pending.decrementAndGet();
      return Future.failedFuture(ForumException.busy());
    }
    var isGone = client.get();
    var asked = System.nanoTime();
    return workers
        .executeBlocking(
            () -> {
              if (isGone.getAsBoolean() || System.nanoTime() - asked > waitNanos) {
                throw ForumException.busy();
              }
              return work.call();
            },
            false)
        .onComplete(done -> pending.decrementAndGet());
  }
}

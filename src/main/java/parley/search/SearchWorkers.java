package parley.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import parley.failure.ForumException;

/** Runs searches off the event loops, of which only so many wait, and only for so long. */
final class SearchWorkers {

  private final WorkerExecutor workers;
  private final int most;
  private final long waitNanos;
  private final AtomicInteger pending = new AtomicInteger();

  SearchWorkers(Vertx vertx, SearchSettings settings) {
    this.workers = vertx.createSharedWorkerExecutor("search", settings.workers());
    this.most = settings.workers() + settings.queue();
    this.waitNanos = settings.longestWait().toNanos();
  }

  /** Fails with BUSY where there is too much to do. */
  <T> Future<T> run(Callable<T> work) {
    if (pending.incrementAndGet() > most) {
      pending.decrementAndGet();
      return Future.failedFuture(ForumException.busy());
    }
    var asked = System.nanoTime();
    return workers
        .executeBlocking(
            () -> {
              if (System.nanoTime() - asked > waitNanos) {
                throw ForumException.busy();
              }
              return work.call();
            },
            false)
        .onComplete(done -> pending.decrementAndGet());
  }
}

package parley.bus;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs tasks with the same key one after the other, in order. Tasks with different keys do not wait
 * for each other. For use on one event loop.
 */
public final class InOrder<K> {

  private final Map<K, Future<?>> last = new HashMap<>();

  /** Starts the work when all earlier work for this key has completed, successfully or not. */
  public <T> Future<T> run(K key, Supplier<Future<T>> work) {
    var before = last.get(key);
    var mine = before == null ? begun(work) : before.transform(ended -> begun(work));
    last.put(key, mine);
    mine.onComplete(ended -> last.remove(key, mine));
    return mine;
  }

  private static <T> Future<T> begun(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}

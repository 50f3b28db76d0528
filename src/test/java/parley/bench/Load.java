package parley.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** So many writers, each of which begins again when it has ended, for a while. */
final class Load {

  /**
   * What came of it.
   *
   * @param failures how many ended in a failure
   * @param nanos how long each took that succeeded, ascending
   * @param cpu what all of them used
   */
  record Outcome(Duration time, int failures, long[] nanos, Cpu cpu) {

    double perSecond() {
      return nanos.length / (time.toNanos() / 1e9);
    }

    /** In milliseconds. */
    double percentile(int percent) {
      return nanos.length == 0
          ? 0
          : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
  }

  private Load() {}

  static Outcome run(Vertx vertx, int writers, Duration time, IntFunction<Future<?>> operation) {
    var took = new ConcurrentLinkedQueue<Long>();
    var failures = new AtomicInteger();
    var cpu = Cpu.now();
    var began = System.nanoTime();
    var ends = began + time.toNanos();
    var done =
        IntStream.range(0, writers)
            .mapToObj(
                writer -> {
                  var promise = Promise.<Void>promise();
                  vertx
                      .getOrCreateContext()
                      .runOnContext(
                          start -> again(writer, ends, operation, took, failures, promise));
                  return promise.future();
                })
            .toList();
    Future.all(done).await();
    var nanos = took.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(nanos);
    return new Outcome(
        Duration.ofNanos(System.nanoTime() - began), failures.get(), nanos, Cpu.now().since(cpu));
  }

  private static void again(
      int writer,
      long ends,
      IntFunction<Future<?>> operation,
      ConcurrentLinkedQueue<Long> took,
      AtomicInteger failures,
      Promise<Void> done) {
    var began = System.nanoTime();
    if (began > ends) {
      done.complete();
      return;
    }
    operation
        .apply(writer)
        .onComplete(
            (result, failure) -> {
              if (failure == null) {
                took.add(System.nanoTime() - began);
              } else {
                failures.incrementAndGet();
              }
              again(writer, ends, operation, took, failures, done);
            });
  }
}

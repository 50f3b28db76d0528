package parley;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sends two requests at the same instant, each from a thread of its own. */
public final class Together {

  private Together() {}

  /** The answers, in the order of the requests. */
  public static List<Response> send(Supplier<Response> one, Supplier<Response> other) {
    var start = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      var sent =
          Stream.of(one, other)
              .map(request -> CompletableFuture.supplyAsync(() -> at(start, request), threads))
              .toList();
      return sent.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static Response at(CyclicBarrier start, Supplier<Response> request) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException("The others did not come", e);
    }
    return request.get();
  }
}

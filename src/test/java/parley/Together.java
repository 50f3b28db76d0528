package parley;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Sends requests at the same instant, each from a thread of its own. */
public final class Together {

  private Together() {}

  /** The answers, in the order of the requests. */
  public static List<Response> send(Supplier<Response> one, Supplier<Response> other) {
    return send(List.of(one, other));
  }

  /** The answers, in the order of the requests. */
  public static List<Response> send(List<Supplier<Response>> requests) {
    var start = new CyclicBarrier(requests.size());
    var threads = Executors.newFixedThreadPool(requests.size());
    try {
      var sent =
          requests.stream()
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

package parley.attack;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Guests who all ask at once for what is not kept for guests, and ask again as soon as they have an
 * answer, whatever it says. Each has an address of its own, as behind a proxy.
 */
public final class Crowd {

  private static final int SUCCESS = 200;
  private static final int UNAVAILABLE = 503;
  private static final long ANSWERS_WITHIN_MS = 30_000;

  /**
   * What became of the requests.
   *
   * @param statuses how many had which; 0 where the connection failed
   * @param waits the seconds of {@code Retry-After}
   * @param faults refusals without a time to wait, and statuses that must not be
   */
  public record Result(Map<Integer, Long> statuses, Set<Integer> waits, Set<String> faults) {

    public long requests() {
      return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(int status) {
      return statuses.getOrDefault(status, 0L);
    }
  }

  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final Set<Integer> waits = new ConcurrentSkipListSet<>();
  private final Set<String> faults = new ConcurrentSkipListSet<>();
  private final AtomicLong sent = new AtomicLong();
  private final HttpClientAgent http;
  private final int port;
  private final List<String> paths;
  private final long until;

  private Crowd(HttpClientAgent http, int port, List<String> paths, long until) {
    this.http = http;
    this.port = port;
    this.paths = paths;
    this.until = until;
  }

  /**
   * Sends so many guests for this time to a forum on loopback.
   *
   * @param paths a number is added to each, so that no two are the same
   */
  public static Result send(int port, int guests, Duration time, List<String> paths) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      var http =
          vertx.createHttpClient(
              new HttpClientOptions().setConnectTimeout((int) ANSWERS_WITHIN_MS),
              new PoolOptions().setHttp1MaxSize(guests));
      var crowd = new Crowd(http, port, paths, System.nanoTime() + time.toNanos());
      for (var guest = 0; guest < guests; guest++) {
        crowd.ask(guest);
      }
      LockSupport.parkNanos(time.toNanos());
      return crowd.result();
    } finally {
      vertx.close().await();
    }
  }

  private void ask(int guest) {
    if (System.nanoTime() > until) {
      return;
    }
    var number = sent.incrementAndGet();
    var path = paths.get((int) (number % paths.size()));
    var uri = path + (path.contains("?") ? number : "?page=" + (1 + number % 1000));
    http.request(HttpMethod.GET, port, "127.0.0.1", uri)
        .compose(
            request ->
                request
                    .putHeader("x-forwarded-for", "198.18." + (guest >> 8) + "." + (guest & 255))
                    .idleTimeout(ANSWERS_WITHIN_MS)
                    .send())
        .compose(answer -> answer.body().map(read -> answer))
        .onSuccess(answer -> answered(path, answer))
        .onFailure(failure -> count(0))
        .onComplete(done -> ask(guest));
  }

  private void answered(String path, HttpClientResponse answer) {
    count(answer.statusCode());
    if (answer.statusCode() == UNAVAILABLE) {
      var wait = answer.getHeader("retry-after");
      if (wait == null) {
        faults.add(path + ": 503 without Retry-After");
      } else {
        waits.add(Integer.parseInt(wait));
      }
    } else if (answer.statusCode() != SUCCESS) {
      faults.add(path + ": " + answer.statusCode() + " for a guest of a crowd");
    }
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, added -> new AtomicLong()).incrementAndGet();
  }

  /** Those who still wait when the time is over are no concern of anybody. */
  private Result result() {
    var counted = new TreeMap<Integer, Long>();
    statuses.forEach((status, count) -> counted.put(status, count.get()));
    return new Result(counted, Set.copyOf(waits), Set.copyOf(faults));
  }
}

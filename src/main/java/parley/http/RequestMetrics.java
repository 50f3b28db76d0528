package parley.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The metrics of requests to the public listener. Safe to share between event loops. */
final class RequestMetrics {

  private record Kind(String route, String method, int status) {}

  /** Upper bounds of the histogram: for cached pages, pages from the database, and overload. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  /** Other methods, which clients may invent, are counted together. */
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final LongAdder underWay = new LongAdder();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("parley.http.active.requests", underWay, LongAdder::sum)
        .description("Requests in progress")
        .register(registry);
  }

  void began() {
    underWay.increment();
  }

  void ended(String route, String method, int status, long nanos) {
    underWay.decrement();
    var known = METHODS.contains(method) ? method : "other";
    timers
        .computeIfAbsent(new Kind(route, known, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("parley.http.requests")
        .description(
            "Time from a request's first line to the end of its answer, by the contract's path;"
                + " /api/* is an unknown path of the API, /* any path outside of it; status 499"
                + " is a client that disconnected")
        .tag("route", kind.route())
        .tag("method", kind.method())
        .tag("status", Integer.toString(kind.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}

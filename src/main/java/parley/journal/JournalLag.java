package parley.journal;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.journal.JournalRepository.Lag;
import parley.store.Database;

/** How far the readers were behind in the last round, whichever process reads. */
final class JournalLag {

  /** A reader that is further behind, or that fails, degrades the forum's health. */
  static final Duration DEGRADED = Duration.ofMinutes(1);

  private final MeterRegistry metrics;
  private final Clock clock;
  private final JournalRepository journal = new JournalRepository();
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /** One reader's lag. */
  record State(long seconds, long entries, int attempts, @Nullable String error) {
    boolean degraded() {
      return seconds > DEGRADED.toSeconds() || attempts > 0;
    }
  }

  JournalLag(MeterRegistry metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  Future<Void> measure(Database database) {
    return journal.lag(database.client()).map(this::show);
  }

  private Void show(List<Lag> lags) {
    lags.forEach(
        lag -> {
          var seconds =
              lag.oldest() == null
                  ? 0
                  : Math.max(0, Duration.between(lag.oldest(), clock.instant()).toSeconds());
          var state = new State(seconds, lag.entries(), lag.attempts(), lag.error());
          if (states.put(lag.reader(), state) == null) {
            register(lag.reader());
          }
        });
    return null;
  }

  private State state(String reader) {
    return requireNonNull(states.get(reader), reader);
  }

  private void register(String reader) {
    Gauge.builder("parley.journal.lag.seconds", () -> state(reader).seconds())
        .description("Age of the oldest entry of the journal that a reader has not read")
        .tag("reader", reader)
        .register(metrics);
    Gauge.builder("parley.journal.lag.entries", () -> state(reader).entries())
        .description("Entries of the journal that a reader has not read")
        .tag("reader", reader)
        .register(metrics);
  }

  /**
   * The state of the readers for {@code /health/ready}; {@code degraded} if one is far behind or
   * fails.
   */
  JsonObject health() {
    var readers = new JsonObject();
    new TreeMap<>(states)
        .forEach(
            (reader, state) ->
                readers.put(
                    reader,
                    JsonObject.of("lagSeconds", state.seconds(), "lagEntries", state.entries())
                        .put("failures", state.attempts())));
    return JsonObject.of(
        "degraded", states.values().stream().anyMatch(State::degraded), "readers", readers);
  }
}

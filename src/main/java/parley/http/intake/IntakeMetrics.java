package parley.http.intake;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics of what clients make this process hold. Safe to share between event loops. */
final class IntakeMetrics {

  /** Why a connection was closed, or a body was refused. */
  enum Cut {
    /** A header or a body did not arrive in time. */
    LATE,
    /** {@code intake.connections} are open. */
    CONNECTIONS,
    /** The network has reached its limit of connections. */
    NETWORK,
    /** {@code intake.bytes} are held. */
    BYTES
  }

  private final Map<Cut, Counter> cuts = new EnumMap<>(Cut.class);

  IntakeMetrics(MeterRegistry registry, AtomicInteger connections, HeldBytes held) {
    Gauge.builder("parley.intake.connections", connections, AtomicInteger::get)
        .description("Connections to the public listeners, limited by intake.connections")
        .register(registry);
    Gauge.builder("parley.intake.held", held, HeldBytes::all)
        .description("Memory held for requests, limited by intake.bytes")
        .baseUnit("bytes")
        .register(registry);
    for (var cut : Cut.values()) {
      cuts.put(
          cut,
          Counter.builder("parley.intake.refused")
              .description("Connections and bodies that were refused or aborted, by the reason")
              .tag("reason", cut.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void cut(Cut reason) {
    requireNonNull(cuts.get(reason)).increment();
  }
}

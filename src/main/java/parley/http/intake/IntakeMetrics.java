package parley.http.intake;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured of what clients make this process hold. Safe to share between event loops. */
final class IntakeMetrics {

  /** Why a connection was ended, or a body was not taken. */
  enum Cut {
    /** A header or a body did not come in time. */
    LATE,
    /** There are as many connections as there may be. */
    CONNECTIONS,
    /** A network has as many connections as it may have. */
    NETWORK,
    /** As many bytes are held as there may be. */
    BYTES
  }

  private final Map<Cut, Counter> cuts = new EnumMap<>(Cut.class);

  IntakeMetrics(MeterRegistry registry, AtomicInteger connections, HeldBytes held) {
    Gauge.builder("parley.intake.connections", connections, AtomicInteger::get)
        .description("Connections to the public listener and the bridge's, of intake.connections")
        .register(registry);
    Gauge.builder("parley.intake.held", held, HeldBytes::all)
        .description("What clients' requests make this process hold, of intake.bytes")
        .baseUnit("bytes")
        .register(registry);
    for (var cut : Cut.values()) {
      cuts.put(
          cut,
          Counter.builder("parley.intake.refused")
              .description("Connections and bodies that were refused or cut off, by the reason")
              .tag("reason", cut.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void cut(Cut reason) {
    requireNonNull(cuts.get(reason)).increment();
  }
}

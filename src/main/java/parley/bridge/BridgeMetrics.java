package parley.bridge;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics of the event-bus bridge. Safe to share between event loops. */
public final class BridgeMetrics {

  /** Why the server ended a connection. */
  enum Ending {
    /** The client read more slowly than events were written, above {@code bridge.queueBytes}. */
    SLOW,
    /** The client sent too many frames, or a frame that is too large. */
    FLOOD,
    /** The client sent nothing for {@code bridge.idleSeconds}. */
    IDLE,
    /** The session has ended. */
    SIGNED_OUT,
    /** The member has {@code bridge.connectionsPerMember} connections. */
    MEMBER_FULL,
    /** The client's network has {@code bridge.guestsPerNetwork} guest connections. */
    ADDRESS_FULL
  }

  private final AtomicInteger open = new AtomicInteger();
  private final Counter opened;
  private final Counter refused;
  private final Counter received;
  private final Counter sent;
  private final Counter unreadable;
  private final Map<Ending, Counter> ended = new EnumMap<>(Ending.class);

  public BridgeMetrics(MeterRegistry registry) {
    Gauge.builder("parley.bridge.connections", open, AtomicInteger::get)
        .description("Connections to the event-bus bridge")
        .register(registry);
    opened = counter(registry, "opened", "Connections that were opened");
    refused =
        counter(registry, "refused", "Handshakes refused because bridge.connections are open");
    received = counter(registry, "frames.received", "Frames from clients");
    sent = counter(registry, "frames.sent", "Frames to clients");
    unreadable = counter(registry, "unreadable", "Messages of SockJS that are not lists of texts");
    for (var ending : Ending.values()) {
      ended.put(
          ending,
          Counter.builder("parley.bridge.ended")
              .description("Connections that the server ended, by the reason")
              .tag("reason", ending.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  private static Counter counter(MeterRegistry registry, String name, String what) {
    return Counter.builder("parley.bridge." + name).description(what).register(registry);
  }

  void opened() {
    open.incrementAndGet();
    opened.increment();
  }

  void closed() {
    open.decrementAndGet();
  }

  void refused() {
    refused.increment();
  }

  void received() {
    received.increment();
  }

  void sent() {
    sent.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  void ended(Ending reason) {
    requireNonNull(ended.get(reason)).increment();
  }
}

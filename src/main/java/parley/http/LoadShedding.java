package parley.http;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import parley.failure.ForumException;

/**
 * Refuses requests with 503 while too many are in progress, the least important first. A request
 * counts from the time when its body has been read and its member is known, so slow clients do not
 * count, until the head of its answer is sent. One object for all event loops. See
 * docs/decisions/031.
 */
public final class LoadShedding implements Handler<RoutingContext> {

  /** The least important first. */
  enum Kind {
    GUEST,
    READ,
    WRITE
  }

  private final LoadSettings settings;
  private final Map<Kind, Counter> refused = new EnumMap<>(Kind.class);
  private final AtomicInteger running = new AtomicInteger();

  public LoadShedding(LoadSettings settings, MeterRegistry registry) {
    this.settings = settings;
    Gauge.builder("parley.load.running", running, AtomicInteger::get)
        .description("Requests in progress, limited by load.all")
        .register(registry);
    for (var kind : Kind.values()) {
      refused.put(
          kind,
          Counter.builder("parley.load.refused")
              .description("Requests that were refused because there were too many, by their kind")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.response().closed()) { // the client has disconnected
      ctx.fail(ForumException.busy());
      return;
    }
    var kind = kind(ctx);
    if (!enter(kind)) {
      ctx.fail(ForumException.busy());
      return;
    }
    var left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            running.decrementAndGet();
          }
        };
    ctx.addHeadersEndHandler(head -> leave.run());
    ctx.addEndHandler(ended -> leave.run());
    ctx.next();
  }

  /** Returns false, and counts a refusal, if too many requests are in progress for this kind. */
  boolean enter(Kind kind) {
    if (running.incrementAndGet() <= limit(kind)) {
      return true;
    }
    running.decrementAndGet();
    requireNonNull(refused.get(kind)).increment();
    return false;
  }

  private int limit(Kind kind) {
    return switch (kind) {
      case GUEST -> settings.guests();
      case READ -> settings.reads();
      case WRITE -> settings.all();
    };
  }

  private static Kind kind(RoutingContext ctx) {
    if (Caller.find(ctx).isEmpty()) {
      return Kind.GUEST;
    }
    return ctx.request().method().equals(HttpMethod.GET) ? Kind.READ : Kind.WRITE;
  }
}

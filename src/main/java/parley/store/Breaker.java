package parley.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;

/**
 * The circuit breaker of one store. While the store is away, calls fail at once, and those under
 * way when it goes away fail with it; nobody waits for a store that is known not to answer. It is
 * opened and closed by a {@link StoreWatch} alone: a call that is slow or fails says nothing about
 * the store. Without a watch it stays closed. Safe to use from any thread.
 */
public final class Breaker {

  private record Outage(ForumException refusal, long began, AtomicLong refused) {}

  private record Call(Context context, Promise<?> promise) {}

  private static final Logger log = LoggerFactory.getLogger(Breaker.class);

  private final Vertx vertx;
  private final String name;
  private final String description;
  private final Counter refused;
  private final Counter outages;
  private final AtomicReference<Outage> outage = new AtomicReference<>();
  private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
  private final List<Runnable> opened = new CopyOnWriteArrayList<>();

  /** One that is not measured. */
  Breaker(Vertx vertx, String name, String description) {
    this(vertx, name, description, new SimpleMeterRegistry());
  }

  /**
   * @param name of the store, for metrics
   * @param description of the store, for people
   */
  Breaker(Vertx vertx, String name, String description, MeterRegistry metrics) {
    this.vertx = vertx;
    this.name = name;
    this.description = description;
    Gauge.builder("parley.store.up", outage, state -> state.get() == null ? 1 : 0)
        .description("Whether the store answers: 1, or 0 while its circuit breaker is open")
        .tag("store", name)
        .register(metrics);
    this.refused =
        Counter.builder("parley.store.refused")
            .description("Calls that failed at once because the store was away, or went away")
            .tag("store", name)
            .register(metrics);
    this.outages =
        Counter.builder("parley.store.outages")
            .description("Times that the store went away")
            .tag("store", name)
            .register(metrics);
  }

  /** Why calls are refused; empty while the store answers. */
  public Optional<ForumException> refusal() {
    return Optional.ofNullable(outage.get()).map(Outage::refusal);
  }

  /**
   * Makes a call, whose result comes on the caller's context. Fails with {@link
   * ForumException.Kind#UNAVAILABLE} while the store is away, and as soon as it goes away.
   */
  <T> Future<T> guard(Supplier<Future<T>> work) {
    return guard(work, unwanted -> {});
  }

  /**
   * @param unwanted takes a result that comes after the call has failed
   */
  <T> Future<T> guard(Supplier<Future<T>> work, Consumer<T> unwanted) {
    var away = outage.get();
    if (away != null) {
      refuse(away);
      return Future.failedFuture(away.refusal());
    }
    var promise = Promise.<T>promise();
    var call = new Call(vertx.getOrCreateContext(), promise);
    underWay.add(call);
    work.get()
        .onComplete(
            (result, failure) -> {
              underWay.remove(call);
              if (failure != null) {
                promise.tryFail(failure);
              } else if (!promise.tryComplete(result)) {
                unwanted.accept(result);
              }
            });
    if (outage.get() != null) {
      failAll(); // it went away before the call was noted
    }
    return promise.future();
  }

  /** Calls this whenever the store goes away, before what is under way fails. */
  void onOpened(Runnable listener) {
    opened.add(listener);
  }

  /** The store is away. */
  void open(Throwable reason) {
    var refusal = ForumException.away(description, reason);
    if (outage.compareAndSet(null, new Outage(refusal, System.nanoTime(), new AtomicLong()))) {
      outages.increment();
      log.warn("The {} ({}) is away: {}", description, name, words(reason));
      opened.forEach(Runnable::run);
      failAll();
    }
  }

  /** The store answers. */
  void close() {
    var ended = outage.getAndSet(null);
    if (ended != null) {
      var away = Duration.ofNanos(System.nanoTime() - ended.began());
      log.atInfo()
          .addKeyValue("refused", ended.refused().get())
          .log("The {} ({}) is back after {} ms", description, name, away.toMillis());
    }
  }

  private void failAll() {
    var away = outage.get();
    for (var call : List.copyOf(underWay)) {
      if (away != null && underWay.remove(call)) {
        refuse(away);
        call.context().runOnContext(late -> call.promise().tryFail(away.refusal()));
      }
    }
  }

  private void refuse(Outage away) {
    refused.increment();
    away.refused().incrementAndGet();
  }

  private static String words(Throwable reason) {
    return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
  }
}

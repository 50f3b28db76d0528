package parley.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.feature.Point;

/**
 * A cache of encoded answers for guests. Every guest gets the same answer, so it is kept until an
 * event drops it; concurrent requests for it wait for the first one instead of querying the
 * database too. A short maximum age limits the effect of a lost event (the event bus is
 * best-effort).
 *
 * <p>A page past that age is refreshed by the next request for it. It is served, marked as stale,
 * to all others meanwhile, to that one if the refresh takes long, and to all while the refresh is
 * refused because a store is away or there is too much to do (RFC 5861). A page that an event has
 * dropped is never served again.
 *
 * <p>Safe to share between event loops. See docs/decisions/003.
 */
public final class GuestPages implements Handler<RoutingContext> {

  /** The operations whose answers are kept. */
  public static final Point<Kept<?>> POINT = new Point<>("guest pages");

  /** Where a process tells all others to drop their pages. */
  private static final String DROP_ALL = "guestPages.dropAll";

  private static final String WAITED = "guestPageWaited";

  /** Longer queries are never cached; no valid one is longer. */
  private static final int LONGEST_QUERY = 200;

  /** The memory of an entry besides its page, in bytes. */
  private static final int OVERHEAD = 1024;

  /** How long the request that refreshes a page waits before it gets the old one, in ms. */
  private static final long PATIENCE_MS = 250;

  /** The most refreshes at the same time; other stale pages wait for their turn. */
  private static final int REFRESHES = 64;

  private final AtomicInteger refreshing = new AtomicInteger();
  private final Map<String, Kept<?>> kept;
  private final AsyncCache<GuestQuestion, GuestPage> pages;
  private final Duration age;
  private final Counter fromMemory;
  private final Counter stale;
  private final Counter waited;
  private final Counter made;
  private @Nullable EventBus bus;

  /**
   * @param mebibytes the largest memory of all pages, in MiB
   * @param age the age up to which a page is fresh
   * @param stale how much longer a page is kept, for when it cannot be refreshed
   */
  public GuestPages(
      List<Kept<?>> kept, int mebibytes, Duration age, Duration stale, MeterRegistry metrics) {
    this.age = age;
    this.kept = kept.stream().collect(toUnmodifiableMap(Kept::operationId, Function.identity()));
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(mebibytes * 1024L * 1024L)
            .weigher((GuestQuestion question, GuestPage page) -> page.bytes() + OVERHEAD)
            .expireAfterWrite(age.plus(stale))
            .buildAsync();
    fromMemory = counter(metrics, "memory");
    this.stale = counter(metrics, "stale");
    waited = counter(metrics, "waited");
    made = counter(metrics, "made");
    var cache = pages.synchronous();
    Gauge.builder("parley.guest.pages.kept", cache, Cache::estimatedSize)
        .description("Pages in the cache for guests")
        .register(metrics);
    Gauge.builder("parley.guest.pages", cache, GuestPages::bytes)
        .description("Memory of the cache for guests, limited by cache.guestMebibytes")
        .baseUnit("bytes")
        .register(metrics);
  }

  private static Counter counter(MeterRegistry metrics, String from) {
    return Counter.builder("parley.guest.pages.answers")
        .description(
            "Pages for guests by their source: the cache, the cache while a refresh failed or was"
                + " late, a wait for another request, or made")
        .tag("from", from)
        .register(metrics);
  }

  private static double bytes(Cache<GuestQuestion, GuestPage> pages) {
    return pages.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  /** Starts to drop pages when events arrive. */
  public GuestPages watch(EventBus bus) {
    this.bus = bus;
    bus.consumer(DROP_ALL, message -> dropAll());
    kept.values().forEach(each -> each.watch(bus, this::drop));
    return this;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!isKept(ctx)) {
      ctx.next();
      return;
    }
    var mine = new GuestPageSlot();
    var question = GuestQuestion.of(ctx);
    var others = pages.asMap().putIfAbsent(question, mine);
    if (others == null) {
      made.increment();
      new GuestPageMaking(this, question, mine, null).keepIn(ctx);
      ctx.addEndHandler(done -> release(mine, ctx.failure()));
      ctx.next();
    } else if (others.isDone() && !others.isCompletedExceptionally()) {
      serve(ctx, question, (GuestPageSlot) others);
    } else {
      waited.increment();
      await(ctx, others, ((GuestPageSlot) others).dropped());
    }
  }

  private void serve(RoutingContext ctx, GuestQuestion question, GuestPageSlot slot) {
    if (slot.age().compareTo(age) <= 0) {
      fromMemory.increment();
      slot.join().send(ctx);
      return;
    }
    var next = refreshing.get() < REFRESHES ? slot.beginRefresh() : Optional.<GuestPageSlot>empty();
    if (next.isPresent()) {
      refresh(ctx, question, slot, next.get());
    } else {
      sendStale(ctx, slot);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // both outcomes are handled
  private void refresh(
      RoutingContext ctx, GuestQuestion question, GuestPageSlot slot, GuestPageSlot next) {
    made.increment();
    refreshing.incrementAndGet();
    var making = new GuestPageMaking(this, question, next, slot);
    making.keepIn(ctx);
    ctx.addEndHandler(
        done -> {
          if (done.failed()) { // the client disconnected
            making.giveUp();
          }
        });
    var late = ctx.vertx().setTimer(PATIENCE_MS, timer -> making.sendBefore(ctx));
    next.whenComplete(
        (page, failure) -> {
          refreshing.decrementAndGet();
          ctx.vertx().cancelTimer(late);
        });
    ctx.next();
  }

  void sendStale(RoutingContext ctx, GuestPageSlot slot) {
    stale.increment();
    slot.join().sendStale(ctx, slot.age(), age);
  }

  /**
   * The page was not made: waiting requests fail with the same refusal, or without one try again.
   * Caffeine logs every failure except a cancellation.
   */
  private static void release(CompletableFuture<GuestPage> page, Throwable refusal) {
    page.completeExceptionally(new CancellationException().initCause(refusal));
  }

  /**
   * @param old tags that were dropped before this request: a page with one of them is too old for
   *     it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // both outcomes are handled
  private void await(RoutingContext ctx, CompletableFuture<GuestPage> page, Set<String> old) {
    var context = ctx.vertx().getOrCreateContext();
    ctx.request().pause(); // a body, if there is one, is read later
    page.whenComplete(
        (ready, failure) ->
            context.runOnContext(
                resumed -> {
                  if (failure == null && !ready.shows(old)) {
                    ctx.request().resume();
                    ready.send(ctx);
                  } else if (failure == null) {
                    handle(ctx);
                  } else if (failure.getCause() == null) {
                    withoutIt(ctx);
                  } else {
                    ctx.fail(failure.getCause()); // the same request fails in the same way
                  }
                }));
  }

  /**
   * The request that was making the page was cancelled, or had a body that was too large. One of
   * the waiting requests makes the page instead; if that one is cancelled too, each runs on its
   * own.
   */
  private void withoutIt(RoutingContext ctx) {
    if (ctx.get(WAITED) == null) {
      ctx.put(WAITED, true);
      handle(ctx);
    } else {
      ctx.next();
    }
  }

  /** Shows the next version of a page in place of this one, unless an event has dropped it. */
  void replace(GuestQuestion question, GuestPageSlot before, GuestPageSlot next) {
    pages.asMap().replace(question, before, next);
  }

  boolean isKept(GuestQuestion question, GuestPageSlot slot) {
    return pages.asMap().get(question) == slot;
  }

  void forget(GuestQuestion question, GuestPageSlot slot) {
    pages.asMap().remove(question, slot);
  }

  /** Drops all pages with one of these tags, also those in the making. */
  void drop(Set<String> tags) {
    pages.asMap().values().removeIf(page -> ((GuestPageSlot) page).drop(tags));
  }

  /** Drops all pages of this process at once, and soon those of all others. */
  void dropAllEverywhere() {
    dropAll();
    if (bus != null) {
      bus.publish(DROP_ALL, "");
    }
  }

  /** Drops all pages of this process, also those in the making. */
  public void dropAll() {
    pages.asMap().clear();
  }

  /**
   * Sends and caches the answer if this request makes a page for the cache; otherwise returns
   * false.
   */
  static boolean keep(RoutingContext ctx, Object body, Buffer json) {
    var making = GuestPageMaking.of(ctx);
    if (making == null) {
      return false;
    }
    var operation = Endpoint.of(ctx).orElseThrow().id();
    var page = GuestPage.of(json, making.pages().tags(operation, body));
    making.made(page);
    page.send(ctx);
    return true;
  }

  private Set<String> tags(String operation, Object body) {
    return requireNonNull(kept.get(operation), operation).tagsOf(body);
  }

  private boolean isKept(RoutingContext ctx) {
    var request = ctx.request();
    var query = request.query();
    return request.method().equals(HttpMethod.GET)
        && Endpoint.of(ctx).filter(endpoint -> kept.containsKey(endpoint.id())).isPresent()
        && (query == null || query.length() <= LONGEST_QUERY)
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && SessionCookie.get(ctx) == null;
  }
}

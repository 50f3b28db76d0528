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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import parley.feature.Point;

/**
 * A cache of encoded answers for guests. Every guest gets the same answer, so it is kept until an
 * event drops it; concurrent requests for it wait for the first one instead of querying the
 * database too. A short maximum age limits the effect of a lost event (the event bus is
 * best-effort).
 *
 * <p>Safe to share between event loops. See docs/decisions/003.
 */
public final class GuestPages implements Handler<RoutingContext> {

  /** The operations whose answers are kept. */
  public static final Point<Kept<?>> POINT = new Point<>("guest pages");

  private static final String MAKING = "guestPage";
  private static final String WAITED = "guestPageWaited";

  /** Longer queries are never cached; no valid one is longer. */
  private static final int LONGEST_QUERY = 200;

  /** The memory of an entry besides its page, in bytes. */
  private static final int OVERHEAD = 1024;

  /**
   * The key of the cache. The order of parameters does not matter. As for the validator, parameter
   * names are case-insensitive, and the order of several values of one parameter matters.
   */
  private record Question(String path, Map<String, List<String>> parameters) {}

  /** The page that this request makes, while others wait for it. */
  private record Making(GuestPages pages, Question question, GuestPageSlot slot) {

    void made(GuestPage page) {
      if (slot.seal(page.tags())) {
        pages.pages.asMap().remove(question, slot);
      }
      slot.complete(page);
    }
  }

  private final Map<String, Kept<?>> kept;
  private final AsyncCache<Question, GuestPage> pages;
  private final Counter fromMemory;
  private final Counter waited;
  private final Counter made;

  /**
   * @param mebibytes the largest memory of all pages, in MiB
   * @param age the maximum age of a page
   */
  public GuestPages(List<Kept<?>> kept, int mebibytes, Duration age, MeterRegistry metrics) {
    this.kept = kept.stream().collect(toUnmodifiableMap(Kept::operationId, Function.identity()));
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(mebibytes * 1024L * 1024L)
            .weigher((Question question, GuestPage page) -> page.bytes() + OVERHEAD)
            .expireAfterWrite(age)
            .buildAsync();
    fromMemory = counter(metrics, "memory");
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
            "Pages for guests by their source: the cache, a wait for another request, or made")
        .tag("from", from)
        .register(metrics);
  }

  private static double bytes(Cache<Question, GuestPage> pages) {
    return pages.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  /** Starts to drop pages when events arrive. */
  public GuestPages watch(EventBus bus) {
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
    var question = question(ctx);
    var others = pages.asMap().putIfAbsent(question, mine);
    if (others == null) {
      made.increment();
      ctx.put(MAKING, new Making(this, question, mine));
      ctx.addEndHandler(done -> release(mine, ctx.failure()));
      ctx.next();
    } else if (others.isDone() && !others.isCompletedExceptionally()) {
      fromMemory.increment();
      others.join().send(ctx);
    } else {
      waited.increment();
      await(ctx, others, ((GuestPageSlot) others).dropped());
    }
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

  /** Drops all pages with one of these tags, also those in the making. */
  void drop(Set<String> tags) {
    pages.asMap().values().removeIf(page -> ((GuestPageSlot) page).drop(tags));
  }

  /** Drops all pages, also those in the making. */
  public void dropAll() {
    pages.asMap().clear();
  }

  /**
   * Sends and caches the answer if this request makes a page for the cache; otherwise returns
   * false.
   */
  static boolean keep(RoutingContext ctx, Object body, Buffer json) {
    Making making = ctx.get(MAKING);
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

  private static Question question(RoutingContext ctx) {
    var parameters = new HashMap<String, List<String>>();
    for (var name : ctx.queryParams().names()) {
      parameters.computeIfAbsent(name.toLowerCase(Locale.ROOT), ctx.queryParams()::getAll);
    }
    return new Question(ctx.request().path(), parameters);
  }
}

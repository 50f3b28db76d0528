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
 * Answers guests from encoded bytes. Every guest gets the same, so the first one's answer serves
 * all until an event of the domain drops it; many that ask at once wait for that one answer instead
 * of asking the database too. A short age limit bounds what a lost event can do (the event bus is
 * best-effort).
 *
 * <p>Safe to share between event loops. See decision 003 for what it saves.
 */
public final class GuestPages implements Handler<RoutingContext> {

  /** The operations whose answers are kept. */
  public static final Point<Kept<?>> POINT = new Point<>("guest pages");

  private static final String MAKING = "guestPage";
  private static final String WAITED = "guestPageWaited";

  /** No question that has an answer is longer. */
  private static final int LONGEST_QUERY = 200;

  /** What an entry costs besides its page, in bytes. */
  private static final int OVERHEAD = 1024;

  /**
   * What is asked for: the same in another order is the same. As the validator sees them, names of
   * parameters have no case, and of several values of one the order matters.
   */
  private record Question(String path, Map<String, List<String>> parameters) {}

  /** The page that this request makes, and that others wait for. */
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
   * @param mebibytes how much memory the pages may take
   * @param age how long a page is kept at most
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
        .description("Guests' pages that are kept")
        .register(metrics);
    Gauge.builder("parley.guest.pages", cache, GuestPages::bytes)
        .description("Memory that the guests' pages take, of cache.guestMebibytes")
        .baseUnit("bytes")
        .register(metrics);
  }

  private static Counter counter(MeterRegistry metrics, String from) {
    return Counter.builder("parley.guest.pages.answers")
        .description(
            "Guests' pages by where they came from: memory, a wait for another guest's, or made")
        .tag("from", from)
        .register(metrics);
  }

  private static double bytes(Cache<Question, GuestPage> pages) {
    return pages.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  /** Drops pages when events say that they are old, from now on. */
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
   * No page came of it: who waits for one is refused too, or where there was no refusal, tries.
   * Caffeine reports any failure in the log that is not a cancellation.
   */
  private static void release(CompletableFuture<GuestPage> page, Throwable refusal) {
    page.completeExceptionally(new CancellationException().initCause(refusal));
  }

  /**
   * @param old what was dropped before this request came: a page that shows it is not for it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // both outcomes are handled
  private void await(RoutingContext ctx, CompletableFuture<GuestPage> page, Set<String> old) {
    var context = ctx.vertx().getOrCreateContext();
    ctx.request().pause(); // a body, should there be one, is read after this
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
                    ctx.fail(failure.getCause()); // the same question has the same fault
                  }
                }));
  }

  /**
   * Whoever was to make the page went away, or had a body that was too large. One of those who
   * waited takes its place; if that one leaves too, each asks for itself.
   */
  private void withoutIt(RoutingContext ctx) {
    if (ctx.get(WAITED) == null) {
      ctx.put(WAITED, true);
      handle(ctx);
    } else {
      ctx.next();
    }
  }

  /** Forgets every page with one of these tags, also one that is being made. */
  void drop(Set<String> tags) {
    pages.asMap().values().removeIf(page -> ((GuestPageSlot) page).drop(tags));
  }

  /** Forgets every page, also those that are being made. */
  public void dropAll() {
    pages.asMap().clear();
  }

  /**
   * Sends and keeps the answer where this request is the one that others wait for; false where it
   * is not.
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

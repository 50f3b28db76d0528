package parley.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Answers guests from encoded bytes. Every guest gets the same, so the first one's answer serves
 * all until an event of the domain drops it; many that ask at once wait for that one answer instead
 * of asking the database too. A short age limit bounds what a lost event can do (the event bus is
 * best-effort).
 *
 * <p>Safe to share between event loops. See decision 003 for what it saves.
 */
public final class GuestPages implements Handler<RoutingContext> {

  private static final Pattern CACHED =
      Pattern.compile("/api/(index|site|topic/(boards|\\d{1,19})|user/\\d{1,19})");

  private static final String SLOT = "guestPage";
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

  private final AsyncCache<Question, GuestPage> pages;
  private final Counter fromMemory;
  private final Counter waited;
  private final Counter made;

  public GuestPages(int mebibytes, Duration age, MeterRegistry metrics) {
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(mebibytes * 1024L * 1024L)
            .weigher((Question question, GuestPage page) -> page.bytes() + OVERHEAD)
            .expireAfterWrite(age)
            .buildAsync();
    fromMemory = counter(metrics, "memory");
    waited = counter(metrics, "waited");
    made = counter(metrics, "made");
    var kept = pages.synchronous();
    Gauge.builder("parley.guest.pages.kept", kept, Cache::estimatedSize)
        .description("Guests' pages that are kept")
        .register(metrics);
    Gauge.builder("parley.guest.pages", kept, GuestPages::bytes)
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

  @Override
  public void handle(RoutingContext ctx) {
    if (!isKept(ctx)) {
      ctx.next();
      return;
    }
    var mine = new CompletableFuture<GuestPage>();
    var others = pages.asMap().putIfAbsent(question(ctx), mine);
    if (others == null) {
      made.increment();
      ctx.put(SLOT, mine);
      ctx.addEndHandler(done -> release(mine, ctx.failure()));
      ctx.next();
    } else if (others.isDone() && !others.isCompletedExceptionally()) {
      fromMemory.increment();
      others.join().send(ctx);
    } else {
      waited.increment();
      await(ctx, others);
    }
  }

  /**
   * No page came of it: who waits for one is refused too, or where there was no refusal, tries.
   * Caffeine reports any failure in the log that is not a cancellation.
   */
  private static void release(CompletableFuture<GuestPage> page, Throwable refusal) {
    page.completeExceptionally(new CancellationException().initCause(refusal));
  }

  private void await(RoutingContext ctx, CompletableFuture<GuestPage> page) {
    var context = ctx.vertx().getOrCreateContext();
    ctx.request().pause(); // a body, should there be one, is read after this
    page.whenComplete(
        (ready, failure) ->
            context.runOnContext(
                resumed -> {
                  if (failure == null) {
                    ctx.request().resume();
                    ready.send(ctx);
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

  /** Forgets every page of the path, and that of a request under way. */
  public void drop(String path) {
    pages.asMap().keySet().removeIf(question -> question.path().equals(path));
  }

  /** Forgets the pages of every path that begins so. */
  public void dropUnder(String prefix) {
    pages.asMap().keySet().removeIf(question -> question.path().startsWith(prefix));
  }

  public void dropAll() {
    pages.asMap().clear();
  }

  /**
   * Sends and keeps the answer where this request is the one that others wait for; false where it
   * is not.
   */
  static boolean keep(RoutingContext ctx, Buffer json) {
    CompletableFuture<GuestPage> slot = ctx.get(SLOT);
    if (slot == null) {
      return false;
    }
    var page = GuestPage.of(json);
    slot.complete(page);
    page.send(ctx);
    return true;
  }

  private static boolean isKept(RoutingContext ctx) {
    var request = ctx.request();
    var query = request.query();
    return request.method() == HttpMethod.GET
        && CACHED.matcher(request.path()).matches()
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

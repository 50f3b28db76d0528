package parley.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.TreeMap;
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

  private final AsyncCache<String, GuestPage> pages;

  public GuestPages(int maximum, Duration age) {
    this.pages = Caffeine.newBuilder().maximumSize(maximum).expireAfterWrite(age).buildAsync();
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!isGuests(ctx) || !CACHED.matcher(ctx.request().path()).matches()) {
      ctx.next();
      return;
    }
    var mine = new CompletableFuture<GuestPage>();
    var others = pages.asMap().putIfAbsent(key(ctx), mine);
    if (others == null) {
      ctx.put(SLOT, mine);
      ctx.addEndHandler(done -> mine.cancel(false)); // no page came of it: nobody waits for one
      ctx.next();
    } else if (others.isDone() && !others.isCompletedExceptionally()) {
      others.join().send(ctx);
    } else {
      await(ctx, others);
    }
  }

  private static void await(RoutingContext ctx, CompletableFuture<GuestPage> page) {
    var context = ctx.vertx().getOrCreateContext();
    page.whenComplete(
        (ready, failure) ->
            context.runOnContext(
                resumed -> {
                  if (failure == null) {
                    ready.send(ctx);
                  } else {
                    ctx.next(); // the refusal must be its own
                  }
                }));
  }

  /** Forgets every page of the path, and that of a request under way. */
  public void drop(String path) {
    pages.asMap().keySet().removeIf(key -> key.startsWith(path + "?"));
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

  private static boolean isGuests(RoutingContext ctx) {
    var request = ctx.request();
    return request.method() == HttpMethod.GET
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && SessionCookie.get(ctx) == null;
  }

  /** The same question asked in another order has the same key. */
  private static String key(RoutingContext ctx) {
    var query = new TreeMap<String, String>();
    for (var parameter : ctx.queryParams()) {
      query.putIfAbsent(parameter.getKey(), parameter.getValue());
    }
    return ctx.request().path() + "?" + query;
  }
}

package parley.http;

import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * The page that a request makes, and that others wait for.
 *
 * @param before its former version, which is shown meanwhile; null at first
 */
record GuestPageMaking(
    GuestPages pages, GuestQuestion question, GuestPageSlot slot, @Nullable GuestPageSlot before) {

  private static final String KEY = "guestPage";

  /** Refusals that say that the page is no more. */
  private static final Set<Kind> GONE =
      EnumSet.of(Kind.NOT_FOUND, Kind.FORBIDDEN, Kind.UNAUTHENTICATED);

  /** What a request makes; null where it makes no page. */
  static @Nullable GuestPageMaking of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  void keepIn(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** Whether a request whose answer has gone out still makes a page. */
  static boolean isRefreshing(RoutingContext ctx) {
    var making = of(ctx);
    return making != null && making.isRefreshing();
  }

  /**
   * The answer of this request is a failure. Sends the page's former version in its place where
   * there is one and the failure is one that passes; false where the failure is to be answered.
   */
  static boolean sendInPlaceOf(@Nullable ForumException refusal, RoutingContext ctx) {
    var making = of(ctx);
    if (making == null || !making.isRefreshing()) {
      return false;
    }
    var kind = refusal == null ? null : refusal.kind();
    making.giveUp();
    if (kind == Kind.UNAVAILABLE || kind == Kind.BUSY) {
      return making.sendBefore(ctx);
    }
    if (kind != null && GONE.contains(kind)) {
      making.forgetBefore();
    }
    return false;
  }

  void made(GuestPage page) {
    var isOld = slot.seal(page.tags());
    slot.complete(page);
    if (before != null && !isOld) {
      pages.replace(question, before, slot);
    } else if (before != null) {
      before.endRefresh(slot);
    } else if (isOld) {
      pages.forget(question, slot);
    }
  }

  /** Whether it makes a page anew, and has not done so yet. */
  private boolean isRefreshing() {
    return before != null && !slot.isDone();
  }

  /** Sends the former version, unless something has dropped it. */
  boolean sendBefore(RoutingContext ctx) {
    if (before == null || !pages.isKept(question, before)) {
      return false;
    }
    pages.sendStale(ctx, before);
    return true;
  }

  /** The page is no more. */
  private void forgetBefore() {
    if (before != null) {
      pages.forget(question, before);
    }
  }

  /** The refresh has failed. */
  void giveUp() {
    if (before != null && slot.cancel(false)) {
      before.endRefresh(slot);
    }
  }
}

package parley.http;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The page that a request makes, and that others wait for.
 *
 * @param before its former version, which is shown meanwhile; null at first
 */
record GuestPageMaking(
    GuestPages pages, GuestQuestion question, GuestPageSlot slot, @Nullable GuestPageSlot before) {

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
  boolean isRefreshing() {
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
  void forgetBefore() {
    if (before != null) {
      pages.forget(question, before);
    }
  }

  /** The refresh came to nothing. */
  void giveUp() {
    if (before != null && slot.cancel(false)) {
      before.endRefresh(slot);
    }
  }
}

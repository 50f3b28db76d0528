package parley.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * Forgets the guests' pages when the database went away while something was being deleted: it may
 * be gone, but nobody knows, so no event drops the pages that show it. What is refused while the
 * database is known to be away changes nothing.
 */
public final class DoubtfulDeletions implements Handler<RoutingContext> {

  private static final int UNAVAILABLE = 503;

  private final GuestPages pages;
  private final BooleanSupplier away;

  /**
   * @param away whether the database is known to be away
   */
  public DoubtfulDeletions(GuestPages pages, BooleanSupplier away) {
    this.pages = pages;
    this.away = away;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!away.getAsBoolean()) {
      ctx.addHeadersEndHandler(head -> answered(ctx));
    }
    ctx.next();
  }

  private void answered(RoutingContext ctx) {
    if (ctx.response().getStatusCode() == UNAVAILABLE && isOfTheDatabase(ctx.failure())) {
      pages.dropAll();
    }
  }

  private boolean isOfTheDatabase(Throwable failure) {
    return away.getAsBoolean()
        || !(failure instanceof ForumException refusal)
        || refusal.kind() == Kind.UNAVAILABLE && !refusal.isReported();
  }
}

package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * Drops the guests' pages, in all processes, when the database went away during a change that may
 * take something from guests' sight: nobody knows whether it was made, so no event drops the pages
 * that show it. Such changes are deletions, and operations with {@code x-hides} in the contract.
 * What is refused while the database is known to be away changes nothing.
 */
public final class UncertainChanges implements Handler<RoutingContext> {

  private static final String EXTENSION = "x-hides";

  private static final int UNAVAILABLE = 503;

  private final GuestPages pages;
  private final BooleanSupplier away;

  /**
   * @param away whether the database is known to be away
   */
  public UncertainChanges(GuestPages pages, BooleanSupplier away) {
    this.pages = pages;
    this.away = away;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (mayHide(ctx) && !away.getAsBoolean()) {
      ctx.addHeadersEndHandler(head -> answered(ctx));
    }
    ctx.next();
  }

  private static boolean mayHide(RoutingContext ctx) {
    return ctx.request().method().equals(HttpMethod.DELETE)
        || Endpoint.of(ctx)
            .map(endpoint -> endpoint.operation().getExtensions().get(EXTENSION))
            .filter(Boolean.TRUE::equals)
            .isPresent();
  }

  private void answered(RoutingContext ctx) {
    if (ctx.response().getStatusCode() == UNAVAILABLE && isOfTheDatabase(ctx.failure())) {
      pages.dropAllEverywhere();
    }
  }

  private boolean isOfTheDatabase(Throwable failure) {
    return away.getAsBoolean()
        || !(failure instanceof ForumException refusal)
        || refusal.kind() == Kind.UNAVAILABLE && !refusal.isReported();
  }
}

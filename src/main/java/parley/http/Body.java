package parley.http;

import io.vertx.ext.web.RoutingContext;

/** The request's body. */
public final class Body {

  private Body() {}

  /** The JSON body, which the contract has validated, as a record; what is absent is null. */
  public static <T extends Record> T of(RoutingContext ctx, Class<T> type) {
    return ctx.body().asJsonObject().mapTo(type);
  }
}

package parley.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.impl.ValidatedRequestImpl;
import java.util.Map;
import java.util.OptionalLong;
import parley.paging.PageRequest;

/** Parameters of the path and the query, as the contract has validated them. */
public final class Parameters {

  private static final int PAGE_SIZE = 20;
  private static final String KEY = "validatedRequest";

  private Parameters() {}

  static void keep(RoutingContext ctx, ValidatedRequest request) {
    ctx.put(KEY, request);
  }

  /** Keeps the parameters without the body, which is a record by now. */
  static void dropBody(RoutingContext ctx) {
    ValidatedRequest whole = ctx.get(KEY);
    if (whole != null) {
      keep(
          ctx,
          new ValidatedRequestImpl(
              whole.getCookies(), whole.getHeaders(), whole.getPathParameters(), whole.getQuery()));
    }
  }

  /** A part of the path as text. */
  public static String text(RoutingContext ctx, String name) {
    return validated(ctx).getPathParameters().get(name).getString();
  }

  public static long id(RoutingContext ctx) {
    return number(validated(ctx).getPathParameters(), "id").orElseThrow();
  }

  public static OptionalLong number(RoutingContext ctx, String name) {
    return number(validated(ctx).getQuery(), name);
  }

  public static PageRequest page(RoutingContext ctx) {
    return new PageRequest(
        number(ctx, "page").orElse(1), (int) number(ctx, "pageSize").orElse(PAGE_SIZE));
  }

  private static OptionalLong number(Map<String, RequestParameter> parameters, String name) {
    var value = parameters.get(name);
    return value == null || value.isNull()
        ? OptionalLong.empty()
        : OptionalLong.of(value.getLong());
  }

  private static ValidatedRequest validated(RoutingContext ctx) {
    return ctx.get(KEY);
  }
}

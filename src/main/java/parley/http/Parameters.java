package parley.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.OptionalLong;
import parley.paging.PageRequest;

/** Parameters of the path and the query, as the contract has validated them. */
public final class Parameters {

  private static final int PAGE_SIZE = 20;

  private Parameters() {}

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
    return ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
  }
}

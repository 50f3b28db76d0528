package parley.http;

import static java.util.Objects.requireNonNull;

import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import parley.paging.PageRequest;

/** Parameters of the path and the query, as the contract has validated them. */
public final class Parameters {

  private static final int PAGE_SIZE = 20;
  private static final String KEY = "validatedRequest";

  /** The values of the contract's type for ids; all of them fit into a {@code long}. */
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

  private record Valid(Map<String, RequestParameter> path, Map<String, RequestParameter> query) {}

  private record Id(Long value) implements RequestParameter {
    @Override
    public Object get() {
      return value;
    }
  }

  private Parameters() {}

  static void keep(RoutingContext ctx, ValidatedRequest request) {
    ctx.put(KEY, new Valid(request.getPathParameters(), request.getQuery()));
  }

  /**
   * Reads a request whose only parameters are ids in its path, as in most requests. The contract's
   * validator would give the same result, but takes as long as the rest of the request. Returns
   * false if there is more to validate.
   */
  static boolean keepPlain(RoutingContext ctx, Endpoint endpoint) {
    if (!endpoint.onlyIds() || ctx.request().query() != null) {
      return false;
    }
    var path = Requested.of(ctx).pathParameters();
    if (!path.values().stream().allMatch(text -> ID.matcher(text).matches())) {
      return false;
    }
    var ids = new HashMap<String, RequestParameter>();
    path.forEach((name, text) -> ids.put(name, new Id(Long.parseLong(text))));
    ctx.put(KEY, new Valid(ids, Map.of()));
    return true;
  }

  /** A part of the path as text. */
  public static String text(RoutingContext ctx, String name) {
    return requireNonNull(valid(ctx).path().get(name), name).getString();
  }

  public static long id(RoutingContext ctx) {
    return number(valid(ctx).path(), "id").orElseThrow();
  }

  /** An id in the path with another name than {@code id}. */
  public static long id(RoutingContext ctx, String name) {
    return number(valid(ctx).path(), name).orElseThrow();
  }

  public static OptionalLong number(RoutingContext ctx, String name) {
    return number(valid(ctx).query(), name);
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

  private static Valid valid(RoutingContext ctx) {
    return ctx.get(KEY);
  }
}

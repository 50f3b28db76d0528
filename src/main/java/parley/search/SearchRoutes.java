package parley.search;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.failure.FieldError;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.search.SearchRequest.Among;

/** Search over HTTP. A query may hold percent signs, so parameters are read here. */
final class SearchRoutes {

  static final String ACTION = "search";

  private static final int PAGE_SIZE = 20;
  private static final int PAGE_SIZE_MAX = 100;

  private final SearchService search;
  private final RateLimits limits;
  private final Limit limit;

  SearchRoutes(SearchService search, RateLimits limits, Limit limit) {
    this.search = search;
    this.limits = limits;
    this.limit = limit;
  }

  void bind(Operations operations) {
    operations.onText("search", this::search).onText("suggest", this::suggest);
  }

  private Future<Answer> search(RoutingContext ctx) {
    var request = request(ctx);
    var viewer = Caller.viewer(ctx);
    return taken(ctx).compose(free -> search.search(viewer, request)).map(Answer::ok);
  }

  private Future<Answer> suggest(RoutingContext ctx) {
    var query = query(ctx);
    var viewer = Caller.viewer(ctx);
    return taken(ctx)
        .compose(free -> search.suggest(viewer, query))
        .map(found -> Answer.ok(Page.whole(found)));
  }

  private Future<Void> taken(RoutingContext ctx) {
    var address = Caller.address(ctx);
    var who = Caller.viewer(ctx).member().map(member -> "member " + member.id()).orElse(address);
    return limits.take(ACTION, limit, who, address);
  }

  private static String query(RoutingContext ctx) {
    var query = parameter(ctx, "q");
    return query == null ? "" : query;
  }

  private static SearchRequest request(RoutingContext ctx) {
    var from = parameter(ctx, "from");
    var to = parameter(ctx, "to");
    return new SearchRequest(
        query(ctx),
        among(parameter(ctx, "in")),
        parameter(ctx, "board"),
        parameter(ctx, "author"),
        from == null ? null : Dates.start("from", from),
        to == null ? null : Dates.end("to", to),
        newest(parameter(ctx, "sort")),
        new PageRequest(
            number(ctx, "page", 1, Integer.MAX_VALUE),
            (int) number(ctx, "pageSize", PAGE_SIZE, PAGE_SIZE_MAX)));
  }

  private static Among among(@Nullable String word) {
    return word == null
        ? Among.ALL
        : Arrays.stream(Among.values())
            .filter(among -> among.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst()
            .orElseThrow(() -> unknown("in"));
  }

  private static boolean newest(@Nullable String word) {
    if (word == null || word.equals("relevance")) {
      return false;
    }
    if (!word.equals("newest")) {
      throw unknown("sort");
    }
    return true;
  }

  private static long number(RoutingContext ctx, String name, long otherwise, long max) {
    var text = parameter(ctx, name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,9}") || Long.parseLong(text) > max) {
      throw ForumException.invalid(
          List.of(new FieldError(name, "range", "This must be a number from 1 to " + max + ".")));
    }
    return Long.parseLong(text);
  }

  private static ForumException unknown(String name) {
    return ForumException.invalid(name, "unknown", "This is none of the possible values.");
  }

  /** Null where it is absent or empty. */
  private static @Nullable String parameter(RoutingContext ctx, String name) {
    var value = ctx.queryParams().get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}

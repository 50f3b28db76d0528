package parley.http;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked for: the same in another order is the same. As the validator sees them, names of
 * parameters have no case, and of several values of one the order matters.
 */
record GuestQuestion(String path, Map<String, List<String>> parameters) {

  static GuestQuestion of(RoutingContext ctx) {
    var parameters = new HashMap<String, List<String>>();
    for (var name : ctx.queryParams().names()) {
      parameters.computeIfAbsent(name.toLowerCase(Locale.ROOT), ctx.queryParams()::getAll);
    }
    return new GuestQuestion(ctx.request().path(), parameters);
  }
}

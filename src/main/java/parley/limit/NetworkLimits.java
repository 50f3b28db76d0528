package parley.limit;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import parley.http.Caller;
import parley.http.Endpoint;

/**
 * Refuses a request of a network that has used up the limit of its operation, before the body is
 * read. It counts nothing: the operation does, when it knows what is requested.
 */
public final class NetworkLimits implements Handler<RoutingContext> {

  private final RateLimits limits;
  private final Map<String, NetworkLimit> byOperation;

  public NetworkLimits(RateLimits limits, List<NetworkLimit> limited) {
    this.limits = limits;
    this.byOperation =
        limited.stream().collect(toUnmodifiableMap(NetworkLimit::operationId, one -> one));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var limit = Endpoint.of(ctx).map(endpoint -> byOperation.get(endpoint.id())).orElse(null);
    if (limit == null || limit.exempt().test(ctx)) {
      ctx.next();
      return;
    }
    ctx.request().pause(); // the body is read after this
    limits
        .look(limit.action(), limit.limit(), Caller.address(ctx))
        .onSuccess(allowed -> ctx.next())
        .onFailure(ctx::fail);
  }
}

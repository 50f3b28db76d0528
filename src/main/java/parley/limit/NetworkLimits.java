package parley.limit;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Map;
import parley.config.Config.Limit;
import parley.config.Config.Limits;
import parley.http.Caller;

/**
 * Refuses a request of a network that has used up the limit of its operation, which the contract
 * names as {@code x-limit}, before the body is read. It counts nothing: the operation does, once it
 * knows what is asked.
 */
public final class NetworkLimits implements Handler<RoutingContext> {

  private static final String EXTENSION = "x-limit";

  private final OpenAPIContract contract;
  private final RateLimits limits;
  private final Map<String, Limit> byAction;

  /** Fails where the contract names a limit that there is not. */
  public NetworkLimits(OpenAPIContract contract, RateLimits limits, Limits allowed) {
    this.contract = contract;
    this.limits = limits;
    this.byAction =
        Map.of(
            "register", allowed.register(),
            "signIn", allowed.signIn(),
            "reset", allowed.reset(),
            "resetUpdate", allowed.reset(),
            "token", allowed.token(),
            "verify", allowed.token());
    for (var operation : contract.operations()) {
      var action = operation.getExtensions().get(EXTENSION);
      if (action != null && !byAction.containsKey(action)) {
        throw new IllegalStateException("openapi.yaml names a limit that there is not: " + action);
      }
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    var operation = contract.findOperation(ctx.normalizedPath(), ctx.request().method());
    var action = operation == null ? null : operation.getExtensions().get(EXTENSION);
    if (action == null) {
      ctx.next();
      return;
    }
    ctx.request().pause(); // the body is read after this
    limits
        .look((String) action, byAction.get(action), Caller.address(ctx))
        .onSuccess(allowed -> ctx.next())
        .onFailure(ctx::fail);
  }
}

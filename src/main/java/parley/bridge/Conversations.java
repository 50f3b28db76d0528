package parley.bridge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import parley.failure.ForumException;
import parley.http.BridgePaths;
import parley.http.Caller;
import parley.text.Network;

/**
 * Binds each SockJS polling session to the client that opened it: a member's session, or the
 * network of a guest. SockJS itself would accept any client that knows the id. A request from
 * another client is answered as if the polling session did not exist.
 */
final class Conversations implements Handler<RoutingContext> {

  /** A poll is answered at least every 25 s, and the next one comes at once. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** Few networks block WebSockets. */
  private static final long MOST = 2_000;

  private static final int NOT_FOUND = 404;

  private final Cache<String, String> owners =
      Caffeine.newBuilder().expireAfterAccess(REMEMBERED).build();

  @Override
  public void handle(RoutingContext ctx) {
    // SockJS would allow any page to read with the member's cookie
    ((RoutingContextInternal) ctx).visitHandler(RoutingContextInternal.CORS_HANDLER);
    var path = ctx.normalizedPath();
    var conversation = BridgePaths.conversation(path);
    if (conversation == null) {
      ctx.next();
      return;
    }
    var asking = owner(ctx);
    var owner = owners.getIfPresent(conversation);
    if (owner == null && BridgePaths.isSending(path) || owner != null && !owner.equals(asking)) {
      ctx.fail(NOT_FOUND);
    } else if (owner == null && owners.estimatedSize() >= MOST) {
      ctx.fail(ForumException.busy());
    } else {
      owners.put(conversation, asking);
      ctx.next();
    }
  }

  private static String owner(RoutingContext ctx) {
    return Caller.find(ctx)
        .map(signedIn -> "session " + signedIn.sessionId())
        .orElseGet(() -> "network " + Network.smallest(Caller.address(ctx)));
  }
}

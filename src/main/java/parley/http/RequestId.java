package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives each request a name that its answer and the log share. Whatever runs for the request can
 * ask for it: Vert.x gives each request a context of its own, and this is kept there.
 */
public final class RequestId implements Handler<RoutingContext> {

  /** What lines of the log call it. */
  public static final String KEY = "request";

  private static final ContextLocal<String> ID = ContextLocal.registerLocal(String.class);

  /**
   * Has {@link #ID} and the like registered before there is a Vert.x, which asks for its size once.
   */
  public static final class Registration implements VertxServiceProvider {
    @Override
    public void init(VertxBootstrap bootstrap) {
      Objects.requireNonNull(ID);
      Objects.requireNonNull(ClientPresence.RESPONSE);
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Vertx.currentContext().putLocal(ID, id);
    ClientPresence.remember(ctx.response());
    ctx.put(KEY, id).response().putHeader("x-request-id", id);
    ctx.next();
  }

  /** The id of the request that this runs for, if it runs for one. */
  public static Optional<String> current() {
    return Optional.ofNullable(Vertx.currentContext()).map(context -> context.getLocal(ID));
  }

  static String of(RoutingContext ctx) {
    return ctx.get(KEY, "-");
  }
}

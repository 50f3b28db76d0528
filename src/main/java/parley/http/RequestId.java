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
 * Gives each request an id that appears in its answer and in the log. All code that runs for the
 * request can read it, because it is stored in the Vert.x context of the request.
 */
public final class RequestId implements Handler<RoutingContext> {

  /** The key of the id in log entries. */
  public static final String KEY = "request";

  private static final ContextLocal<String> ID = ContextLocal.registerLocal(String.class);

  /**
   * Registers {@link #ID} and the like before a Vert.x instance exists, because Vert.x reads their
   * number once.
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

  /** The id of the current request, if there is one. */
  public static Optional<String> current() {
    return Optional.ofNullable(Vertx.currentContext()).map(context -> context.getLocal(ID));
  }

  static String of(RoutingContext ctx) {
    return ctx.get(KEY, "-");
  }
}

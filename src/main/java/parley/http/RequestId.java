package parley.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Gives each request a name that its answer and the log share. */
final class RequestId implements Handler<RoutingContext> {

  private static final String KEY = "requestId";

  @Override
  public void handle(RoutingContext ctx) {
    var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    ctx.put(KEY, id).response().putHeader("x-request-id", id);
    ctx.next();
  }

  static String of(RoutingContext ctx) {
    return ctx.get(KEY, "-");
  }
}

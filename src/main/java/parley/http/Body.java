package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** The request's body. */
public final class Body {

  private Body() {}

  /**
   * The JSON body as a record. The contract has validated it; components of absent fields are null.
   * Call it once: it releases the received bytes, because they may be many and the request may have
   * to wait.
   */
  public static <T extends Record> T of(RoutingContext ctx, Class<T> type) {
    var body = ctx.body().asJsonObject().mapTo(type);
    ((RoutingContextInternal) ctx).setBody(Buffer.buffer());
    return body;
  }
}

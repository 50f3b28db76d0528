package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** The request's body. */
public final class Body {

  private Body() {}

  /**
   * The JSON body, which the contract has validated, as a record; what is absent is null. To be
   * called once: the body as it came is dropped, since it may be large and the request may wait.
   */
  public static <T extends Record> T of(RoutingContext ctx, Class<T> type) {
    var body = ctx.body().asJsonObject().mapTo(type);
    ((RoutingContextInternal) ctx).setBody(Buffer.buffer());
    return body;
  }
}

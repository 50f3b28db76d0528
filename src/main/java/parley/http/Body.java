package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.impl.ValidatedRequestImpl;

/** The request's body. */
public final class Body {

  private Body() {}

  /**
   * The JSON body, which the contract has validated, as a record; what is absent is null. To be
   * asked once: the body as it came is dropped, since it may be large and the request may wait.
   */
  public static <T extends Record> T of(RoutingContext ctx, Class<T> type) {
    var body = ctx.body().asJsonObject().mapTo(type);
    ((RoutingContextInternal) ctx).setBody(Buffer.buffer());
    ValidatedRequest validated = ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    if (validated != null) {
      ctx.put(
          RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST,
          new ValidatedRequestImpl(
              validated.getCookies(),
              validated.getHeaders(),
              validated.getPathParameters(),
              validated.getQuery()));
    }
    return body;
  }
}

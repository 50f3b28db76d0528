package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Converts the media type of a request to lower case. It is case-insensitive (RFC 9110, 8.3.1), but
 * the validator of the contract compares it exactly. Parameters are unchanged, because a boundary
 * is case-sensitive.
 */
final class MediaTypeCase implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext ctx) {
    var headers = ctx.request().headers();
    var given = headers.get(HttpHeaders.CONTENT_TYPE);
    if (given != null) {
      var end = given.indexOf(';') < 0 ? given.length() : given.indexOf(';');
      headers.set(
          HttpHeaders.CONTENT_TYPE,
          given.substring(0, end).toLowerCase(Locale.ROOT) + given.substring(end));
    }
    ctx.next();
  }
}

package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Writes answers. */
final class Answers {

  private Answers() {}

  static void send(RoutingContext ctx, Answer answer) {
    var response = ctx.response();
    if (response.ended() || response.closed()) { // the client is gone, or has had an older page
      if (GuestPageMaking.isRefreshing(ctx) && answer.status() == 200 && answer.body() != null) {
        GuestPages.keep(ctx, answer.body(), encode(answer.body()));
      }
      return;
    }
    response.setStatusCode(answer.status());
    if (answer.token() != null) {
      SessionCookie.set(ctx, answer.token());
    }
    if (answer.location() != null) {
      response.putHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.body() == null) {
      response.end();
      return;
    }
    var json = encode(answer.body());
    var kept = answer.status() == 200 && GuestPages.keep(ctx, answer.body(), json);
    if (!kept) {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(json);
    }
  }

  static Buffer encode(@Nullable Object body) {
    return body instanceof Buffer encoded ? encoded : Json.encodeToBuffer(body);
  }
}

package parley.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.function.BooleanSupplier;

/** Lets expensive work check whether its client is still connected. */
public final class ClientPresence {

  static final ContextLocal<HttpServerResponse> RESPONSE =
      ContextLocal.registerLocal(HttpServerResponse.class);

  private ClientPresence() {}

  static void remember(HttpServerResponse response) {
    Vertx.currentContext().putLocal(RESPONSE, response);
  }

  /**
   * A check whether the client of the current request has disconnected. It may be called later and
   * on any thread, and is always false for work outside a request.
   */
  public static BooleanSupplier isGone() {
    var context = Vertx.currentContext();
    HttpServerResponse response = context == null ? null : context.getLocal(RESPONSE);
    return response == null ? () -> false : response::closed;
  }
}

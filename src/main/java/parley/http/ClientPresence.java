package parley.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.function.BooleanSupplier;

/** Tells costly work whether the client that it is done for is still there. */
public final class ClientPresence {

  static final ContextLocal<HttpServerResponse> RESPONSE =
      ContextLocal.registerLocal(HttpServerResponse.class);

  private ClientPresence() {}

  static void remember(HttpServerResponse response) {
    Vertx.currentContext().putLocal(RESPONSE, response);
  }

  /**
   * Whether the client of the request that this runs for has gone, to be asked later and on any
   * thread. Never so of work that is done for no request.
   */
  public static BooleanSupplier isGone() {
    var context = Vertx.currentContext();
    HttpServerResponse response = context == null ? null : context.getLocal(RESPONSE);
    return response == null ? () -> false : response::closed;
  }
}

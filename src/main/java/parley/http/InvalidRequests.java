package parley.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Answers requests that are not valid HTTP, which never reach a router, and closes the connection.
 */
public final class InvalidRequests implements Handler<HttpServerRequest> {

  @Override
  public void handle(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    problem(cause).send(request.response()).onComplete(sent -> request.connection().close());
  }

  private static Problem problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Problem.of(414, "The address is too long.", List.of());
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Problem.of(431, "The header is too long.", List.of());
    }
    return Problem.of(400, "This is not an HTTP request.", List.of());
  }
}

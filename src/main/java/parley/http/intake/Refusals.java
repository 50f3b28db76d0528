package parley.http.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * The answers to requests that are refused before they reach a router. They are encoded once,
 * because they are sent under overload.
 */
enum Refusals {
  /** The header or the body did not arrive in time (RFC 9110, 15.5.9). */
  LATE(
      "408 Request Timeout",
      "",
      JsonObject.of(
          "type", "/problems/timeout",
          "title", "Too slow",
          "status", 408,
          "detail", "The request did not arrive in time.")),
  /** The limit of connections is reached. */
  FULL(
      "503 Service Unavailable",
      "Retry-After: 5\r\n",
      JsonObject.of(
          "type", "/problems/unavailable",
          "title", "Temporarily unavailable",
          "status", 503,
          "detail", "There are too many connections. Please try again in a moment."));

  @SuppressWarnings("Immutable") // read-only
  private final ByteBuf bytes;

  Refusals(String status, String extra, JsonObject problem) {
    var body = problem.encode();
    var head = new StringBuilder("HTTP/1.1 " + status + "\r\n" + extra);
    SecurityHeaders.ALL.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Type: application/problem+json\r\nCache-Control: no-store\r\n")
        .append("Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n");
    bytes =
        Unpooled.unreleasableBuffer(
            Unpooled.copiedBuffer(head + body, StandardCharsets.US_ASCII).asReadOnly());
  }

  /** The bytes of the answer. */
  ByteBuf bytes() {
    return bytes.duplicate();
  }
}

package parley.bridge;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.http.ProblemHandler;

/** The frames that are sent to clients, in the protocol of the Vert.x event-bus bridge. */
final class Frames {

  /** A ping, which the client answers with any frame. */
  static final String PING = JsonObject.of("type", "ping").encode();

  /** The failure type of the event bus for a failure that the recipient reports. */
  private static final String FAILURE_TYPE = "RECIPIENT_FAILURE";

  private static final int INTERNAL = 500;

  private Frames() {}

  /** An event, or the answer to a SEND where the address is its reply address. */
  static String received(String address, JsonObject body) {
    return JsonObject.of("type", "rec", "address", address, "body", body).encode();
  }

  /**
   * A refusal; its {@code failureCode} is the HTTP status for it.
   *
   * @param address the reply address or the address of the refused frame; null if it is not about a
   *     frame
   */
  static String refused(@Nullable String address, ForumException refusal) {
    var frame = error(address, ProblemHandler.status(refusal.kind()), refusal.getMessage());
    if (!refusal.errors().isEmpty()) {
      frame.put("errors", refusal.errors().stream().map(JsonObject::mapFrom).toList());
    }
    if (refusal.retryAfterSeconds() > 0) {
      frame.put("retryAfter", refusal.retryAfterSeconds());
    }
    return frame.encode();
  }

  /** An internal error, without details. */
  static String failed(@Nullable String address) {
    return error(address, INTERNAL, "Something went wrong on our side.").encode();
  }

  private static JsonObject error(@Nullable String address, int code, @Nullable String message) {
    var frame = JsonObject.of("type", "err");
    if (address != null) {
      frame.put("address", address);
    }
    return frame.put("failureCode", code).put("failureType", FAILURE_TYPE).put("message", message);
  }
}

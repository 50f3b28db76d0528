package parley.bridge;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.http.ProblemHandler;

/** What is sent to clients, in the protocol of the Vert.x event-bus bridge. */
final class Frames {

  /** What a client may answer anything to, to show that it is there. */
  static final String PING = JsonObject.of("type", "ping").encode();

  /** The event bus' word for a failure that the receiver chose. */
  private static final String FAILURE_TYPE = "RECIPIENT_FAILURE";

  private static final int INTERNAL = 500;

  private Frames() {}

  /** An event, or the answer to a SEND where the address is its reply address. */
  static String received(String address, JsonObject body) {
    return JsonObject.of("type", "rec", "address", address, "body", body).encode();
  }

  /**
   * A refusal; its {@code failureCode} is the status that HTTP would give it.
   *
   * @param address what was refused, or where an answer is awaited; null where no frame is at fault
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

  /** A defect of ours: a client learns nothing of the inside. */
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

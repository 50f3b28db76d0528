package parley.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.failure.FieldError;

/**
 * The body of an answer to a failed request (RFC 9457).
 *
 * @param type {@code /problems/<slug>}
 * @param requestId the id of the request in the log; only for internal errors
 * @param errors the invalid fields, if any
 */
@JsonInclude(Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String requestId,
    List<FieldError> errors) {

  private static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, @Nullable String detail, List<FieldError> errors) {
    var kind = Kind.of(status);
    return new Problem("/problems/" + kind.slug, kind.title, status, detail, null, errors);
  }

  /** The session must be confirmed with the password first. */
  static Problem confirmationNeeded(@Nullable String detail) {
    return new Problem(
        "/problems/confirmation-needed", "Confirmation needed", 403, detail, null, List.of());
  }

  /** The member must verify their e-mail address first. */
  static Problem verificationNeeded(@Nullable String detail) {
    return new Problem(
        "/problems/verification-needed", "Address not verified", 403, detail, null, List.of());
  }

  /** The topic takes no replies. */
  static Problem locked(@Nullable String detail) {
    return new Problem("/problems/locked", "Locked", 403, detail, null, List.of());
  }

  static Problem internal(String requestId) {
    var kind = Kind.INTERNAL;
    return new Problem(
        "/problems/" + kind.slug,
        kind.title,
        500,
        "An internal error occurred. If you report it, include the request id.",
        requestId,
        List.of());
  }

  /** Sends the problem as the answer, without headers that describe another body. */
  Future<Void> send(HttpServerResponse response) {
    response.headers().remove(HttpHeaders.CONTENT_ENCODING).remove(HttpHeaders.ETAG);
    if (status == 401) { // RFC 9110, 15.5.2
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    return response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(JsonObject.mapFrom(this).toBuffer());
  }

  private enum Kind {
    UNREADABLE(400, "unreadable", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "Not signed in"),
    FORBIDDEN(403, "forbidden", "Not allowed"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD(405, "method-not-allowed", "Method not allowed"),
    CONFLICT(409, "conflict", "Conflict with another change"),
    TOO_LARGE(413, "too-large", "Too large"),
    MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
    INVALID(422, "invalid-fields", "Invalid fields"),
    RATE_LIMITED(429, "rate-limited", "Too many requests"),
    INTERNAL(500, "internal", "Internal error"),
    UNAVAILABLE(503, "unavailable", "Temporarily unavailable");

    private final int status;
    private final String slug;
    private final String title;

    Kind(int status, String slug, String title) {
      this.status = status;
      this.slug = slug;
      this.title = title;
    }

    static Kind of(int status) {
      for (var kind : values()) {
        if (kind.status == status) {
          return kind;
        }
      }
      return status < 500 ? UNREADABLE : INTERNAL;
    }
  }
}

package parley.failure;

import java.util.List;

/**
 * A refusal or failure that a client may be told about. The domain names the kind; what it becomes
 * on a protocol is decided there alone. It carries no stack trace: it is an answer, not a defect.
 */
public final class ForumException extends RuntimeException {

  /** What went wrong, in the domain's terms. */
  public enum Kind {
    /** The request cannot be read at all. */
    UNREADABLE,
    /** Fields are at fault, named in {@link #errors()}. */
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    /** Somebody was faster: the state is not the one the request assumes. */
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA,
    /** Asked too often; {@link #retryAfterSeconds()} tells when to come again. */
    RATE_LIMITED,
    /** A store is down; {@link #retryAfterSeconds()} tells when to come again. */
    UNAVAILABLE,
    /** There is too much to do; {@link #retryAfterSeconds()} tells when to come again. */
    BUSY
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient List<FieldError> errors;
  private final long retryAfterSeconds;

  private ForumException(
      Kind kind, String message, List<FieldError> errors, long retryAfterSeconds, Throwable cause) {
    super(message, cause, false, false);
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public static ForumException of(Kind kind, String message) {
    return new ForumException(kind, message, List.of(), 0, null);
  }

  public static ForumException invalid(List<FieldError> errors) {
    return new ForumException(Kind.INVALID, "Some fields cannot be accepted.", errors, 0, null);
  }

  public static ForumException invalid(String field, String code, String message) {
    return invalid(List.of(new FieldError(field, code, message)));
  }

  public static ForumException notFound(String what) {
    return of(Kind.NOT_FOUND, "There is no such " + what + ".");
  }

  public static ForumException rateLimited(long retryAfterSeconds) {
    return new ForumException(
        Kind.RATE_LIMITED,
        "That was too often. Please wait a little.",
        List.of(),
        Math.max(1, retryAfterSeconds),
        null);
  }

  /** The cause is for the log; a client learns only that it may try again. */
  public static ForumException unavailable(String store, Throwable cause) {
    return new ForumException(
        Kind.UNAVAILABLE, "The " + store + " cannot be reached just now.", List.of(), 5, cause);
  }

  /** There is too much to do just now. Expected under load, so it is counted and not logged. */
  public static ForumException busy() {
    return new ForumException(
        Kind.BUSY, "There is too much to do. Please try again in a moment.", List.of(), 5, null);
  }

  public Kind kind() {
    return kind;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Seconds to wait before the next try; 0 where waiting does not help. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}

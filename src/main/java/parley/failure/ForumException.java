package parley.failure;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure that may be shown to a client. The domain sets the kind; each protocol maps
 * the kind to its own status. It has no stack trace, because it is an answer and not a defect.
 */
public final class ForumException extends RuntimeException {

  /** The kind of failure, independent of the protocol. */
  public enum Kind {
    /** The request cannot be read at all. */
    UNREADABLE,
    /** Some fields are invalid; {@link #errors()} names them. */
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    /** The session must be confirmed with the password first. */
    CONFIRMATION_NEEDED,
    /** The member must verify their e-mail address first. */
    VERIFICATION_NEEDED,
    /** The topic is locked: only moderators may reply. */
    LOCKED,
    NOT_FOUND,
    /**
     * The state is not the one that the request assumes, for example because of a concurrent
     * change.
     */
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA,
    /** Too many requests; {@link #retryAfterSeconds()} is the time to wait. */
    RATE_LIMITED,
    /** A store is down; {@link #retryAfterSeconds()} is the time to wait. */
    UNAVAILABLE,
    /** The process is busy; {@link #retryAfterSeconds()} is the time to wait. */
    BUSY
  }

  /** What every refusal because of a store says after the store's name. */
  public static final String UNREACHABLE = " cannot be reached at the moment.";

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient List<FieldError> errors;
  private final long retryAfterSeconds;
  private final boolean reported;

  private ForumException(
      Kind kind,
      String message,
      List<FieldError> errors,
      long retryAfterSeconds,
      @Nullable Throwable cause) {
    this(kind, message, errors, retryAfterSeconds, cause, false);
  }

  private ForumException(
      Kind kind,
      String message,
      List<FieldError> errors,
      long retryAfterSeconds,
      @Nullable Throwable cause,
      boolean reported) {
    super(message, cause, false, false);
    this.reported = reported;
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public static ForumException of(Kind kind, String message) {
    return new ForumException(kind, message, List.of(), 0, null);
  }

  public static ForumException invalid(List<FieldError> errors) {
    return new ForumException(Kind.INVALID, "Some fields are invalid.", errors, 0, null);
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
        "Too many requests. Please wait a moment.",
        List.of(),
        Math.max(1, retryAfterSeconds),
        null);
  }

  /** The cause is only for the log. A client is only told to try again. */
  public static ForumException unavailable(String store, @Nullable Throwable cause) {
    return unavailable(store, cause, false);
  }

  /** The same, of a store whose absence is in the log already: what it causes need not be. */
  public static ForumException away(String store, @Nullable Throwable cause) {
    return unavailable(store, cause, true);
  }

  private static ForumException unavailable(
      String store, @Nullable Throwable cause, boolean reported) {
    return new ForumException(
        Kind.UNAVAILABLE, "The " + store + UNREACHABLE, List.of(), 5, cause, reported);
  }

  /** There is too much to do just now. Expected under load, so it is counted and not logged. */
  public static ForumException busy() {
    return new ForumException(
        Kind.BUSY,
        "There is too much to do. Please try again in a moment.",
        List.of(),
        ThreadLocalRandom.current().nextLong(2, 9),
        null);
  }

  public Kind kind() {
    return kind;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Whether the log says already why: see {@link #away}. */
  public boolean isReported() {
    return reported;
  }

  /** Seconds to wait before the next attempt; 0 if waiting does not help. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}

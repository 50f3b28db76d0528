package parley.text;

import java.util.ArrayList;
import java.util.List;
import parley.failure.FieldError;
import parley.failure.ForumException;

/**
 * Checks and trims the strings of one request, and collects all errors, so that a client gets them
 * at once. Lengths are in code points. Control characters and lone surrogates are refused
 * everywhere. Text of several lines may contain line feeds and tabs (CR LF and CR become LF).
 */
public final class Text {

  private final List<FieldError> errors = new ArrayList<>();

  /** Checks a text of one line. Null, for an absent field, stays null. */
  public String line(String field, String value, int min, int max) {
    return checked(field, value == null ? null : value.strip(), min, max, false);
  }

  /** Checks a text of several lines. Null, for an absent field, stays null. */
  public String lines(String field, String value, int min, int max) {
    var trimmed = value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    return checked(field, trimmed, min, max, true);
  }

  /** Checks a secret: one line that is not trimmed. */
  public String secret(String field, String value, int min, int max) {
    return checked(field, value, min, max, false);
  }

  /** Adds an error that the caller has found. */
  public void refuse(String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
  }

  /** Adds an error if the condition is false and the field has no error yet. */
  public void require(boolean good, String field, String code, String message) {
    if (!good && !hasError(field)) {
      refuse(field, code, message);
    }
  }

  /** Whether an error of this field was found. */
  public boolean hasError(String field) {
    return errors.stream().anyMatch(error -> error.field().equals(field));
  }

  /**
   * Finishes the checks.
   *
   * @throws ForumException of kind INVALID if there is any error
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw ForumException.invalid(errors);
    }
  }

  private String checked(String field, String value, int min, int max, boolean severalLines) {
    if (value == null) {
      return null;
    }
    var length = value.codePointCount(0, value.length());
    if (length < min) {
      refuse(
          field,
          length == 0 ? "required" : "too_short",
          length == 0
              ? "This field must not be empty."
              : "This needs at least " + min + " characters.");
    } else if (length > max) {
      refuse(field, "too_long", "This has " + length + " characters; " + max + " are allowed.");
    } else if (value.codePoints().anyMatch(point -> isRefused(point, severalLines))) {
      refuse(field, "control_character", "This contains a character that is not allowed.");
    }
    return value;
  }

  private static boolean isRefused(int point, boolean severalLines) {
    if (severalLines && (point == '\n' || point == '\t')) {
      return false;
    }
    var type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || !severalLines
            && (type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR);
  }
}

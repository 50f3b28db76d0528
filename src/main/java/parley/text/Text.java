package parley.text;

import java.util.ArrayList;
import java.util.List;
import parley.failure.FieldError;
import parley.failure.ForumException;

/**
 * Checks the strings of one request, trims them, and collects what is wrong with any of them, so
 * that a client learns of all faults at once. Lengths are in code points. Control characters and
 * lone surrogates are refused everywhere; text of several lines may hold line feeds and tabs (CR LF
 * and CR become LF).
 */
public final class Text {

  private final List<FieldError> errors = new ArrayList<>();

  /** A text of one line. Null, where the field is absent, stays null. */
  public String line(String field, String value, int min, int max) {
    return checked(field, value == null ? null : value.strip(), min, max, false);
  }

  /** A text of several lines. Null, where the field is absent, stays null. */
  public String lines(String field, String value, int min, int max) {
    var trimmed = value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    return checked(field, trimmed, min, max, true);
  }

  /** A secret: one line, but what is at its ends belongs to it. */
  public String secret(String field, String value, int min, int max) {
    return checked(field, value, min, max, false);
  }

  /** Adds a fault that only the caller can see. */
  public void refuse(String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
  }

  /** Adds a fault unless an earlier check of the field has one already or the condition holds. */
  public void require(boolean good, String field, String code, String message) {
    if (!good && errors.stream().noneMatch(error -> error.field().equals(field))) {
      refuse(field, code, message);
    }
  }

  /**
   * Ends the checks.
   *
   * @throws ForumException of kind INVALID when anything was refused
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
          length == 0 ? "This cannot be empty." : "This needs at least " + min + " characters.");
    } else if (length > max) {
      refuse(field, "too_long", "This has " + length + " characters; " + max + " are allowed.");
    } else if (value.codePoints().anyMatch(point -> isRefused(point, severalLines))) {
      refuse(field, "control_character", "This holds a character that is not text.");
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

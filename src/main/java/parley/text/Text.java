package parley.text;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.annotations.Contract;
import org.jspecify.annotations.Nullable;
import parley.failure.FieldError;
import parley.failure.ForumException;

/**
 * Checks and trims the strings of one request, and collects all errors, so that a client gets them
 * at once. Lengths are in code points. Control characters and lone surrogates are refused
 * everywhere. Text of several lines may contain line feeds and tabs (CR LF and CR become LF).
 */
public final class Text {

  /** The code of the error of a text that has characters, but shows nothing. */
  public static final String EMPTY_WHEN_SHOWN = "empty_when_shown";

  private final List<FieldError> errors = new ArrayList<>();

  /**
   * Checks a text of one line, without the characters of {@link Bidi}. Null, for an absent field,
   * stays null.
   */
  @Contract("_, !null, _, _ -> !null")
  public @Nullable String line(String field, @Nullable String value, int min, int max) {
    var trimmed = value == null ? null : Bidi.strip(value).strip();
    return visible(field, checked(field, trimmed, min, max, false));
  }

  /**
   * Checks a text of several lines. Blank lines before it and white space after it are dropped; the
   * indent of its first line stays. Null, for an absent field, stays null.
   */
  @Contract("_, !null, _, _ -> !null")
  public @Nullable String lines(String field, @Nullable String value, int min, int max) {
    var trimmed = value == null ? null : trimmed(value.replace("\r\n", "\n").replace('\r', '\n'));
    return visible(field, checked(field, trimmed, min, max, true));
  }

  private static String trimmed(String text) {
    var end = text.length();
    while (end > 0 && isBlank(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    var start = 0;
    for (var at = 0; at < end && isBlank(text.codePointAt(at)); at++) {
      if (text.charAt(at) == '\n') {
        start = at + 1;
      }
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  /** Checks a secret: one line that is not trimmed. Null, for an absent field, stays null. */
  @Contract("_, !null, _, _ -> !null")
  public @Nullable String secret(String field, @Nullable String value, int min, int max) {
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

  @Contract("_, !null, _, _, _ -> !null")
  private @Nullable String checked(
      String field, @Nullable String value, int min, int max, boolean severalLines) {
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
    } else {
      value
          .codePoints()
          .filter(point -> isRefused(point, severalLines))
          .findFirst()
          .ifPresent(point -> refuse(field, "control_character", control(value, point)));
    }
    return value;
  }

  /** A text that is not empty must have visible characters, even if the field may be empty. */
  @Contract("_, !null -> !null")
  private @Nullable String visible(String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      require(Visible.isIn(value), field, EMPTY_WHEN_SHOWN, "This is empty when shown.");
    }
    return value;
  }

  /** Names the line and the character, because it may be invisible. */
  private static String control(String value, int point) {
    var at = value.indexOf(point);
    var line = value.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    var name = Character.getType(point) == Character.SURROGATE ? null : Character.getName(point);
    return "Line %d contains the character U+%04X%s, which is not allowed."
        .formatted(line, point, name == null ? "" : " (" + name + ")");
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

package parley.text;

/**
 * What a username may be made of: letters of any script with their combining marks (without which
 * Thai, Hindi and others cannot be written), digits, {@code _} and {@code -}.
 */
public final class Usernames {

  /** In code points. */
  public static final int MIN_LENGTH = 2;

  /** In code points. */
  public static final int MAX_LENGTH = 32;

  private Usernames() {}

  public static boolean isValid(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= MIN_LENGTH
        && length <= MAX_LENGTH
        && !isMark(name.codePointAt(0))
        && name.codePoints().allMatch(Usernames::isPart);
  }

  /** Whether a username may have this code point in it. */
  public static boolean isPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == '_'
        || codePoint == '-'
        || isMark(codePoint);
  }

  /** Whether this code point only changes the letter before it. */
  public static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }
}

package parley.text;

/**
 * What a username may be made of: letters of any script with their combining marks (without which
 * Thai, Hindi and others cannot be written), digits, {@code _} and {@code -}; nothing that cannot
 * be seen, and nothing whose folded form is more than a name.
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
        && name.codePoints().allMatch(Usernames::isPart)
        && Folding.key(name).codePoints().allMatch(Usernames::isPart);
  }

  /** Whether a username may have this code point in it. */
  public static boolean isPart(int codePoint) {
    return (Character.isLetterOrDigit(codePoint)
            || codePoint == '_'
            || codePoint == '-'
            || isMark(codePoint))
        && !isInvisible(codePoint);
  }

  /**
   * The letters and marks among Unicode's Default_Ignorable_Code_Point: fillers, vowels without a
   * form, variation selectors. With one of them a name would look like somebody else's.
   */
  private static boolean isInvisible(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint == 0x3164
        || codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint == 0xFFA0
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  /** Whether this code point only changes the letter before it. */
  public static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }
}

package parley.text;

import java.text.Normalizer;

/**
 * The characters allowed in a username: letters of any script with their combining marks (needed
 * for Thai, Hindi and others), digits, {@code _} and {@code -}. With an invisible character a name
 * would look like another member's; invisible characters, and characters whose folded form contains
 * other characters, are not allowed.
 */
public final class Usernames {

  /** In code points. */
  public static final int MIN_LENGTH = 2;

  /** In code points. */
  public static final int MAX_LENGTH = 32;

  private Usernames() {}

  /**
   * The form in which a new name is stored and shown, as RFC 8265 prepares usernames: full-width
   * and half-width characters in their usual width, letters composed (NFC). The case stays; {@link
   * Folding#key} is what is compared.
   */
  public static String prepare(String name) {
    var usual = new StringBuilder();
    name.codePoints()
        .forEach(
            point ->
                usual.append(
                    isOfOtherWidth(point)
                        ? Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                        : Character.toString(point)));
    return Normalizer.normalize(usual, Normalizer.Form.NFC);
  }

  /** The block Halfwidth and Fullwidth Forms, and the space of the same width. */
  private static boolean isOfOtherWidth(int point) {
    return point >= 0xFF00 && point <= 0xFFEF || point == 0x3000;
  }

  public static boolean isValid(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= MIN_LENGTH
        && length <= MAX_LENGTH
        && !isMark(name.codePointAt(0))
        && name.codePoints().allMatch(Usernames::isPart)
        && Folding.key(name).codePoints().allMatch(Usernames::isPart);
  }

  /** Whether a username may contain this code point. */
  public static boolean isPart(int codePoint) {
    return (Character.isLetterOrDigit(codePoint)
            || codePoint == '_'
            || codePoint == '-'
            || isMark(codePoint))
        && !Visible.isIgnorable(codePoint);
  }

  /** Whether this code point only modifies the previous letter. */
  public static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }
}

package parley.text;

/**
 * The characters that embed, override or isolate a reading direction (Unicode UAX #9). In a title
 * or a name they could reorder the text beside it, and they are invisible.
 */
public final class Bidi {

  private Bidi() {}

  public static boolean isControl(int codePoint) {
    return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  /** The text without them. The marks U+200E, U+200F and U+061C stay: they reorder nothing else. */
  public static String strip(String text) {
    if (text.codePoints().noneMatch(Bidi::isControl)) {
      return text;
    }
    return text.codePoints()
        .filter(point -> !isControl(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** 1 where the first strong character reads right to left, -1 left to right, 0 for none. */
  public static int firstStrong(CharSequence text) {
    return text.codePoints().map(Bidi::strong).filter(found -> found != 0).findFirst().orElse(0);
  }

  private static int strong(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          1;
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
      default -> 0;
    };
  }
}

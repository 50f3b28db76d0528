package parley.text;

/**
 * Distinguishes visible characters from invisible ones: white space, controls, format characters,
 * fillers, and marks without a base letter.
 */
public final class Visible {

  private Visible() {}

  /** Whether at least one code point can be seen. */
  public static boolean isIn(CharSequence text) {
    return text.codePoints().anyMatch(Visible::is);
  }

  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> !isIgnorable(codePoint) && !isBlankSymbol(codePoint);
    };
  }

  /**
   * Unicode's Default_Ignorable_Code_Point: fillers, invisible vowels, variation selectors, tags.
   * Java does not know the property; format characters are found by their type too.
   */
  public static boolean isIgnorable(int codePoint) {
    return codePoint == 0x00AD
        || codePoint == 0x034F
        || codePoint == 0x061C
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint >= 0x200B && codePoint <= 0x200F
        || codePoint >= 0x202A && codePoint <= 0x202E
        || codePoint >= 0x2060 && codePoint <= 0x206F
        || codePoint == 0x3164
        || codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint == 0xFEFF
        || codePoint == 0xFFA0
        || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
        || codePoint >= 0x1BCA0 && codePoint <= 0x1BCA3
        || codePoint >= 0x1D173 && codePoint <= 0x1D17A
        || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
  }

  /** Symbols with a blank glyph: Braille without dots, the null notehead, Khitan's filler. */
  private static boolean isBlankSymbol(int codePoint) {
    return codePoint == 0x2800
        || codePoint == 0x1D159
        || codePoint == 0x16FE4
        || codePoint == 0xFFFC;
  }
}

package parley.text;

/** Characters of scripts without spaces between words, and their punctuation. */
public final class CjkText {

  private CjkText() {}

  /** A letter of a script without spaces, or its punctuation, also in full width. */
  public static boolean contains(int codePoint) {
    return isPunctuation(codePoint) || RunningScript.contains(codePoint);
  }

  /** Ideographic and full-width punctuation and symbols; no letters and digits. */
  public static boolean isPunctuation(int codePoint) {
    boolean block =
        codePoint >= 0x3000 && codePoint <= 0x303F
            || codePoint == 0x30FB
            || codePoint >= 0xFE10 && codePoint <= 0xFE1F
            || codePoint >= 0xFE30 && codePoint <= 0xFE6F
            || codePoint >= 0xFF00 && codePoint <= 0xFFEF;
    return block && !Character.isLetterOrDigit(codePoint) && !Usernames.isMark(codePoint);
  }
}

package parley.markdown;

import org.commonmark.text.Characters;
import parley.text.CjkText;

/**
 * Whether a run of delimiters can open or close emphasis, by the code points beside it. These are
 * CommonMark's rules (0.31.2, 6.2) with two changes for text without spaces between words, as in
 * the proposal "CJK-friendly emphasis": its punctuation counts as a letter, and its letters count
 * as white space beside other punctuation. So {@code **中文（括号）**文字} is bold.
 */
record Flanking(boolean left, boolean right) {

  static Flanking of(int before, int after) {
    boolean blankBefore = isBlank(before);
    boolean blankAfter = isBlank(after);
    boolean markBefore = isMark(before);
    boolean markAfter = isMark(after);
    boolean left =
        !blankAfter && (!markAfter || blankBefore || markBefore || CjkText.contains(before));
    boolean right =
        !blankBefore && (!markBefore || blankAfter || markAfter || CjkText.contains(after));
    return new Flanking(left, right);
  }

  static DelimiterRun run(char character, int length, int before, int after) {
    Flanking flanking = of(before, after);
    if (character != '_') {
      return new DelimiterRun(character, length, flanking.left, flanking.right);
    }
    boolean opens = flanking.left && (!flanking.right || isPunctuation(before));
    boolean closes = flanking.right && (!flanking.left || isPunctuation(after));
    return new DelimiterRun(character, length, opens, closes);
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == 0 || Characters.isWhitespaceCodePoint(codePoint);
  }

  private static boolean isPunctuation(int codePoint) {
    return codePoint != 0 && Characters.isPunctuationCodePoint(codePoint);
  }

  private static boolean isMark(int codePoint) {
    return isPunctuation(codePoint) && !CjkText.contains(codePoint);
  }
}

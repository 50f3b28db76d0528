package parley.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Scripts in which no space separates a name from the text after it: scripts without spaces between
 * words, and Korean, which attaches particles to the previous word.
 */
public final class RunningScript {

  private static final Set<UnicodeScript> SCRIPTS =
      EnumSet.of(
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.KHMER,
          UnicodeScript.LAO,
          UnicodeScript.MYANMAR,
          UnicodeScript.THAI,
          UnicodeScript.TIBETAN,
          UnicodeScript.YI);

  private RunningScript() {}

  public static boolean contains(int codePoint) {
    return SCRIPTS.contains(UnicodeScript.of(codePoint));
  }
}

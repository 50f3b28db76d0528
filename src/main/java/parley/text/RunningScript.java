package parley.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Scripts in which a name runs into the text after it: those that put no spaces between words, and
 * Korean, which does but attaches particles to the word before.
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

package parley.text;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names and e-mail addresses are compared and looked up. */
public final class Folding {

  private Folding() {}

  /**
   * Returns the same key for all spellings of one name: Unicode NFKC (unifies full-width and
   * composed forms), lower case independent of the language and of the position in a word (Greek
   * final sigma), and no spaces at the ends, which databases ignore too. {@code key(key(name))} is
   * {@code key(name)}.
   */
  public static String key(String name) {
    return nfkc(nfkc(name).toLowerCase(Locale.ROOT)).replace('ς', 'σ').strip();
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}

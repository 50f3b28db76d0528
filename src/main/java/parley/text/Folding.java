package parley.text;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names and e-mail addresses are compared and looked up. */
public final class Folding {

  private Folding() {}

  /**
   * What two spellings of one name have in common: Unicode's NFKC (full-width and composed forms
   * become one), lower case without regard to a language or, as the Greek final sigma has it, to
   * where in a word a letter stands; no spaces at the ends, which databases ignore too. {@code
   * key(key(name))} is {@code key(name)}.
   */
  public static String key(String name) {
    return nfkc(nfkc(name).toLowerCase(Locale.ROOT)).replace('ς', 'σ').strip();
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}

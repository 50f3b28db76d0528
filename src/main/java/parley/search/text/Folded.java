package parley.search.text;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Words without what spellings differ in: case, width, accents, signs such as ß.
 *
 * <p>Marks are only taken off where they are often left out. In other scripts they make another
 * letter: が is not か, ไม่ is not ไม, й is not и.
 */
public final class Folded {

  /** Case, width and compatibility. */
  static final Normalizer2 LOWER = Normalizer2.getNFKCCasefoldInstance();

  /** Marks and signs, where they may be taken off. */
  static final Normalizer2 MARKS =
      new FilteredNormalizer2(
          ICUFoldingFilter.NORMALIZER,
          new UnicodeSet(
                  "[[:Latin:][:Greek:][:Cyrillic:][:Arabic:][:Hebrew:][:Common:][:Inherited:]"
                      + "-[йїў\\u3099\\u309A\\u309B\\u309C\\u30FC\\uFF70]]")
              .freeze());

  private Folded() {}

  /** A word as the index has it. */
  public static String of(String word) {
    return MARKS.normalize(LOWER.normalize(word)).replace('ı', 'i');
  }
}

package parley.search.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;

/**
 * Words as they are written, in any script, {@link Folded}. Chinese, Japanese and Korean become
 * pairs of letters, Burmese becomes syllables; Thai, Lao and Khmer are divided by dictionaries.
 */
public final class FoldedAnalyzer extends Analyzer {

  /** Longer terms, such as encoded pictures, are not searched for. */
  static final int TERM_MAX = 100;

  private static final int ALL_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private final boolean singles;

  private FoldedAnalyzer(boolean singles) {
    this.singles = singles;
  }

  /** For texts: single Chinese, Japanese and Korean letters are found too. */
  public static FoldedAnalyzer ofTexts() {
    return new FoldedAnalyzer(true);
  }

  /** For queries. */
  public static FoldedAnalyzer ofQueries() {
    return new FoldedAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, false));
    var pairs = new CJKBigramFilter(folded(lower(words)), ALL_SCRIPTS, singles);
    return new TokenStreamComponents(words, new LengthFilter(pairs, 1, TERM_MAX));
  }

  static TokenStream lower(TokenStream words) {
    return new ICUNormalizer2Filter(words, Folded.LOWER);
  }

  static TokenStream folded(TokenStream words) {
    return new DotlessFilter(new ICUNormalizer2Filter(words, Folded.MARKS));
  }
}

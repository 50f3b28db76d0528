package parley.search.text;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;

/** The stems of one language, of the words that are in its script. */
final class StemAnalyzer extends Analyzer {

  private final Stemming language;

  StemAnalyzer(Stemming language) {
    this.language = language;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new ICUTokenizer(new DefaultICUTokenizerConfig(language == Stemming.HAN, true));
    var lower =
        FoldedAnalyzer.lower(
            language == Stemming.TR ? new TurkishLowerCaseFilter(words) : words); // of I and İ
    var stems = language.stems(new OfScript(lower, language.script()));
    return new TokenStreamComponents(
        words, new LengthFilter(FoldedAnalyzer.folded(stems), 1, FoldedAnalyzer.TERM_MAX));
  }

  /** Leaves out words that begin in another script. */
  private static final class OfScript extends FilteringTokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final UnicodeScript script;

    OfScript(TokenStream words, UnicodeScript script) {
      super(words);
      this.script = script;
    }

    @Override
    protected boolean accept() throws IOException {
      return term.length() > 0
          && Scripts.of(Character.codePointAt(term.buffer(), 0, term.length())) == script;
    }
  }
}

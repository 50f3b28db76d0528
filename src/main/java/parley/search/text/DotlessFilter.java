package parley.search.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Folds the Turkish ı into i, which Unicode's foldings leave apart. */
final class DotlessFilter extends TokenFilter {

  private static final char DOTLESS = 'ı';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  DotlessFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    var letters = term.buffer();
    for (var i = 0; i < term.length(); i++) {
      if (letters[i] == DOTLESS) {
        letters[i] = 'i';
      }
    }
    return true;
  }
}

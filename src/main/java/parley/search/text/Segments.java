package parley.search.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Divides texts without spaces into words, by dictionaries. Letters that follow each other and are
 * no words of the dictionary are one: a name, most of the time.
 */
public final class Segments {

  private static final DefaultICUTokenizerConfig WORDS = new DefaultICUTokenizerConfig(true, true);

  private Segments() {}

  public static List<String> of(String text) {
    try (var stream = new ICUTokenizer(WORDS)) {
      stream.setReader(new StringReader(text));
      var term = stream.addAttribute(CharTermAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      var words = new ArrayList<String>();
      var end = -1; // of a word of single letters, which the next letter may go on
      stream.reset();
      while (stream.incrementToken()) {
        var word = term.toString();
        var single = word.codePointCount(0, word.length()) == 1;
        if (single && offsets.startOffset() == end) {
          words.set(words.size() - 1, words.get(words.size() - 1) + word);
        } else {
          words.add(word);
        }
        end = single ? offsets.endOffset() : -1;
      }
      stream.end();
      return words;
    } catch (IOException e) { // no file is read
      throw new UncheckedIOException(e);
    }
  }
}

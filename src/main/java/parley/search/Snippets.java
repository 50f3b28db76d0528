package parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.Query;
import parley.search.text.ForumAnalyzer;
import parley.search.text.Languages;

/**
 * Shows where the words of a query are in a text, as HTML whose only elements are {@code <mark>}.
 * One object serves one page of results: together they may take only so much time. Not thread-safe.
 */
final class Snippets {

  /** The length of a snippet, in UTF-16 units. */
  private static final int LENGTH = 240;

  /** How much of a text is shown before the first word. */
  private static final int BEFORE = 60;

  /** A long text is looked through piece by piece, until something is found. */
  private static final int PIECE = 8_000;

  /** As much is looked through for one page of results. */
  private static final int BUDGET = 200_000;

  private final Terms terms;
  private final Analyzer analyzer = ForumAnalyzer.ofQueries();
  private int left = BUDGET;

  Snippets(Query query) {
    this.terms = Terms.of(query);
  }

  /** A part of a text that is marked. */
  private record Mark(int start, int end, String term) {}

  /** The whole text. */
  String all(String field, String text) {
    return Marked.html(text, 0, text.length(), ranges(marks(field, text)));
  }

  /** The part of the text that shows most of the words, else its beginning. */
  String best(String field, String text) {
    for (var start = 0; start < text.length() && left > 0; start += PIECE) {
      var from = Math.max(0, start - LENGTH); // what lies across the edge of two pieces
      var end = Math.min(text.length(), start + PIECE);
      left -= end - from;
      var marks = marks(field, text.substring(from, end));
      if (!marks.isEmpty()) {
        return around(text, moved(marks, from));
      }
    }
    return Marked.html(text, 0, cut(text, Math.min(text.length(), LENGTH)), List.of());
  }

  private static List<Mark> moved(List<Mark> marks, int by) {
    return marks.stream()
        .map(mark -> new Mark(mark.start() + by, mark.end() + by, mark.term()))
        .toList();
  }

  private static String around(String text, List<Mark> marks) {
    var start = begin(text, Math.max(0, densest(marks).start() - BEFORE));
    var end = cut(text, Math.min(text.length(), start + LENGTH));
    return Marked.html(text, start, end, ranges(marks));
  }

  /** The mark from which on most different words are within a snippet. */
  private static Mark densest(List<Mark> marks) {
    var best = marks.get(0);
    var most = 0L;
    for (var mark : marks) {
      var count =
          marks.stream()
              .filter(other -> other.start() >= mark.start())
              .takeWhile(other -> other.end() <= mark.start() + LENGTH - BEFORE)
              .map(Mark::term)
              .distinct()
              .count();
      if (count > most) {
        most = count;
        best = mark;
      }
    }
    return best;
  }

  /** At the beginning of a word that is near. */
  private static int begin(String text, int at) {
    if (at == 0) {
      return 0;
    }
    var space = text.indexOf(' ', at);
    return space >= 0 && space < at + BEFORE / 2 ? space + 1 : whole(text, at);
  }

  private static int cut(String text, int at) {
    if (at == text.length()) {
      return at;
    }
    var space = text.lastIndexOf(' ', at);
    return space > at - BEFORE / 2 ? space : whole(text, at);
  }

  /** Not between the two halves of a letter. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<int[]> ranges(List<Mark> marks) {
    return marks.stream().map(mark -> new int[] {mark.start(), mark.end()}).toList();
  }

  private List<Mark> marks(String field, String text) {
    var marks = new ArrayList<Mark>();
    add(marks, field, text);
    for (var language : Languages.of(text)) {
      add(marks, ForumAnalyzer.field(field, language), text);
    }
    marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
    return marks.size() > PIECE / 16 ? marks.subList(0, PIECE / 16) : marks;
  }

  private void add(List<Mark> marks, String field, String text) {
    if (!terms.areIn(field)) {
      return;
    }
    try (var stream = analyzer.tokenStream(field, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (terms.has(field, term.toString())) {
          marks.add(new Mark(offsets.startOffset(), offsets.endOffset(), term.toString()));
        }
      }
      stream.end();
    } catch (IOException e) { // no file is read
      throw new UncheckedIOException(e);
    }
  }
}

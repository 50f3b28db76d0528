package parley.search.text;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses the languages of a text by its scripts, and by how many of its words are among the most
 * frequent ones of a language. A wrong guess costs only that other forms of a word are not found:
 * the words as they are written always are.
 */
public final class Languages {

  /** The beginning of a text is enough. */
  private static final int LETTERS = 2_000;

  /** A script with a smaller part of the letters is passed over. */
  private static final int PART = 12;

  /** Two languages are taken where the second has at least this part of the first one's words. */
  private static final double CLOSE = 0.75;

  private Languages() {}

  /** At most two for each script; empty for scripts of which no stems are known. */
  public static Set<Stemming> of(String text) {
    var head = text.length() <= LETTERS ? text : text.substring(0, LETTERS);
    var counts = Scripts.count(head);
    var letters = counts.values().stream().mapToInt(Integer::intValue).sum();
    var found = EnumSet.noneOf(Stemming.class);
    counts.forEach(
        (script, count) -> {
          if (count * PART >= letters) {
            found.addAll(ofScript(script, head));
          }
        });
    return found;
  }

  private static List<Stemming> ofScript(UnicodeScript script, String text) {
    var candidates = Stemming.of(script);
    if (candidates.size() <= 1) {
      return candidates;
    }
    var counts = frequent(candidates, text);
    var ranked =
        candidates.stream()
            .sorted(Comparator.comparingInt((Stemming one) -> -counts.getOrDefault(one, 0)))
            .toList();
    var first = counts.getOrDefault(ranked.get(0), 0);
    var second = counts.getOrDefault(ranked.get(1), 0);
    return first == 0 || second < first * CLOSE ? ranked.subList(0, 1) : ranked.subList(0, 2);
  }

  private static Map<Stemming, Integer> frequent(List<Stemming> candidates, String text) {
    var counts = new EnumMap<Stemming, Integer>(Stemming.class);
    var words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    var start = words.first();
    for (var end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      if (Character.isLetter(text.codePointAt(start))) {
        var word = Folded.of(text.substring(start, end));
        for (var one : candidates) {
          if (one.isFrequent(word)) {
            counts.merge(one, 1, Integer::sum);
          }
        }
      }
    }
    return counts;
  }
}

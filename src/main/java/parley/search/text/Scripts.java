package parley.search.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The scripts of texts. Those of Japanese are one with the Chinese. */
final class Scripts {

  private Scripts() {}

  static UnicodeScript of(int letter) {
    var script = UnicodeScript.of(letter);
    return switch (script) {
      case HIRAGANA, KATAKANA, BOPOMOFO -> UnicodeScript.HAN;
      default -> script;
    };
  }

  /** How many letters a text has of each script. */
  static Map<UnicodeScript, Integer> count(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(of(letter), 1, Integer::sum));
    return counts;
  }
}

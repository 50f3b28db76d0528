package parley.search.text;

import java.util.Locale;
import java.util.Set;

/**
 * The text that people see of a post's HTML. The HTML is what the forum's own sanitiser has
 * written: a {@code <} begins an element, and nothing else.
 */
public final class HtmlText {

  /** Elements within words; all others part them. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
          "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
          "sup", "tt", "u", "var", "wbr");

  private HtmlText() {}

  /** On one line. */
  public static String of(String html) {
    var text = new StringBuilder(html.length());
    var at = 0;
    while (at < html.length()) {
      var letter = html.charAt(at);
      if (letter == '<') {
        var end = html.indexOf('>', at);
        if (end < 0) {
          break;
        }
        if (!INLINE.contains(name(html, at + 1, end))) {
          space(text);
        }
        at = end + 1;
      } else if (letter == '&') {
        at = entity(html, at, text);
      } else {
        add(text, letter);
        at++;
      }
    }
    return text.toString().strip();
  }

  private static void add(StringBuilder text, char letter) {
    if (Character.isWhitespace(letter)) {
      space(text);
    } else {
      text.append(letter);
    }
  }

  private static void space(StringBuilder text) {
    if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static String name(String html, int start, int end) {
    var from = start < end && html.charAt(start) == '/' ? start + 1 : start;
    var to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static int entity(String html, int at, StringBuilder text) {
    var end = html.indexOf(';', at);
    var decoded = end < 0 || end - at > 10 ? "" : decoded(html.substring(at + 1, end));
    if (decoded.isEmpty()) {
      text.append('&');
      return at + 1;
    }
    decoded.chars().forEach(letter -> add(text, (char) letter));
    return end + 1;
  }

  /** Empty where it is no entity. */
  private static String decoded(String entity) {
    if (!entity.startsWith("#")) {
      return switch (entity) {
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        case "nbsp" -> " ";
        default -> "";
      };
    }
    try {
      var number =
          entity.startsWith("#x") || entity.startsWith("#X")
              ? Integer.parseInt(entity.substring(2), 16)
              : Integer.parseInt(entity.substring(1));
      return Character.isValidCodePoint(number) ? Character.toString(number) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}

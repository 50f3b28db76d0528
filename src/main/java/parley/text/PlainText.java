package parley.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the text of HTML that the forum's sanitiser has written. */
public final class PlainText {

  /** Inline tags, which do not separate words. */
  private static final Pattern INLINE =
      Pattern.compile(
          "</?(?:a|b|bdi|code|del|em|i|ins|kbd|mark|q|s|span|strong|sub|sup|u)(?: [^>]*)?>");

  /** A tag; the last one may be cut off. */
  private static final Pattern TAG = Pattern.compile("<[^>]*(>|$)");

  private static final Pattern REFERENCE = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,6});");
  private static final Pattern CUT_REFERENCE = Pattern.compile("&[#\\w]{0,7}$");
  private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0]+");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ");

  private PlainText() {}

  /**
   * The text on one line, shortened with an ellipsis to at most this many code points.
   *
   * @param html may be cut off anywhere
   */
  public static String of(String html, int maxCodePoints) {
    var lines = TAG.matcher(INLINE.matcher(html).replaceAll("")).replaceAll(" ");
    var bare = CUT_REFERENCE.matcher(lines).replaceAll("");
    var decoded =
        REFERENCE.matcher(bare).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    var line = BLANK.matcher(decoded).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= maxCodePoints) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, maxCodePoints - 1)).strip() + "…";
  }

  private static String character(MatchResult reference) {
    var name = reference.group(1);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, reference.group());
    }
    var isHex = name.startsWith("#x");
    try {
      var point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
      return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
    } catch (NumberFormatException e) {
      return " ";
    }
  }
}

package parley.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Text in a mail's header. Whatever it holds, it stays one header: what could end a line, or turn
 * the reading direction, becomes a space, and what a mail reader could take for an encoded word is
 * encoded itself.
 */
final class HeaderText {

  /** Controls, lone surrogates, Unicode's line ends and its marks of direction. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern PLAIN = Pattern.compile("[ -~]{0,60}");

  /** RFC 2047, 2: an encoded word has at most 75 characters; so many bytes make 60 in base 64. */
  private static final int WORD_BYTES = 45;

  private HeaderText() {}

  /** On one line. */
  static String clean(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }

  /** As the value of an unstructured header. */
  static String encoded(String text) {
    var clean = clean(text);
    return isPlain(clean) ? clean : words(clean);
  }

  /** As the name before an address. */
  static String phrase(String text) {
    var clean = clean(text);
    return isPlain(clean) ? '"' + clean.replaceAll("[\"\\\\]", "\\\\$0") + '"' : words(clean);
  }

  private static boolean isPlain(String clean) {
    return PLAIN.matcher(clean).matches() && !clean.contains("=?");
  }

  /** Words of whole characters, each on a line of its own. */
  private static String words(String text) {
    var words = new StringJoiner("\r\n ");
    var word = new StringBuilder();
    var bytes = 0;
    for (var point : text.codePoints().toArray()) {
      var size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > WORD_BYTES) {
        words.add(word(word.toString()));
        word.setLength(0);
        bytes = 0;
      }
      word.appendCodePoint(point);
      bytes += size;
    }
    return words.add(word(word.toString())).toString();
  }

  private static String word(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}

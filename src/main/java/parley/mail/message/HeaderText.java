package parley.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Encodes text for a mail header, so that it always stays one header. Characters that could end a
 * line or change the reading direction become spaces, and text that looks like an encoded word is
 * encoded.
 */
final class HeaderText {

  /** Control characters, lone surrogates, Unicode line separators and direction marks. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern PLAIN = Pattern.compile("[ -~]{0,60}");

  /**
   * RFC 2047, 2: an encoded word has at most 75 characters; this many bytes make 60 characters in
   * base64.
   */
  private static final int WORD_BYTES = 45;

  private HeaderText() {}

  /** On one line. */
  static String clean(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }

  /** The value of an unstructured header. */
  static String encoded(String text) {
    var clean = clean(text);
    return isPlain(clean) ? clean : words(clean);
  }

  /** The display name before an address. */
  static String phrase(String text) {
    var clean = clean(text);
    return isPlain(clean) ? '"' + clean.replaceAll("[\"\\\\]", "\\\\$0") + '"' : words(clean);
  }

  private static boolean isPlain(String clean) {
    return PLAIN.matcher(clean).matches() && !clean.contains("=?");
  }

  /** Encoded words that contain whole characters, each on its own line. */
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

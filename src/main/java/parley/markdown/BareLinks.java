package parley.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.util.Escaping;
import org.jspecify.annotations.Nullable;
import parley.text.CjkText;
import parley.text.RunningScript;

/**
 * Finds addresses that stand in a text without markup: {@code https://…}, {@code www.…} and mail
 * addresses (GitHub's "extended autolinks"). An address ends before white space, quotation marks,
 * full-width and typographic punctuation, but letters of all scripts belong to it.
 */
final class BareLinks {

  /**
   * @param length in chars
   * @param destination where it leads
   */
  record Found(int length, String destination) {}

  private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
  private static final Pattern MAIL =
      Pattern.compile("([A-Za-z0-9._+-]++)@([A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)++)");
  private static final Pattern ENTITY_AT_END = Pattern.compile("&[A-Za-z0-9]{1,40};$");
  private static final Pattern ENDING_ENTITY = Pattern.compile("&(lt|gt|quot|nbsp);");

  private BareLinks() {}

  /** Whether an address of the web may begin here; a cheap check before {@link #web}. */
  static boolean mayBeWeb(char first) {
    return first == 'h' || first == 'H' || first == 'w' || first == 'W';
  }

  /**
   * The address at the beginning of this text, or null.
   *
   * @param run without white space
   * @param before the code point before it; 0 for none
   * @param delimiters how many of them stand there, if it is a delimiter
   */
  static @Nullable Found web(String run, int before, int delimiters) {
    Matcher scheme = SCHEME.matcher(run);
    int host;
    String prefix = "";
    if (scheme.lookingAt()) {
      if (isAsciiLetterOrDigit(before)) {
        return null;
      }
      host = scheme.end();
    } else if (run.regionMatches(true, 0, "www.", 0, 4) && !joins(before)) {
      host = 4;
      prefix = "http://";
    } else {
      return null;
    }
    if (host >= run.length() || !Character.isLetterOrDigit(run.codePointAt(host))) {
      return null;
    }
    int end = trimmed(run, host, end(run, host, before, delimiters));
    return end <= host ? null : found(run, prefix, end);
  }

  private static @Nullable Found found(String run, String prefix, int end) {
    String destination = prefix + Escaping.unescapeString(run.substring(0, end));
    return SafeUrls.isLink(Escaping.percentEncodeUrl(destination))
        ? new Found(end, destination)
        : null;
  }

  /** The mail address at the beginning of this text, also after {@code mailto:}, or null. */
  static @Nullable Found mail(String run) {
    int start = run.regionMatches(true, 0, "mailto:", 0, 7) ? 7 : 0;
    Matcher address = MAIL.matcher(run).region(start, run.length());
    if (!address.lookingAt()) {
      return null;
    }
    char last = run.charAt(address.end() - 1);
    if (last == '-' || last == '_') {
      return null;
    }
    return new Found(address.end(), "mailto:" + address.group());
  }

  /** A mail address cannot begin after these: it would be a part of something longer. */
  static boolean mayPrecedeMail(int before) {
    return before == 0
        || (Character.isLetterOrDigit(before)
            ? RunningScript.contains(before)
            : "._+-@/".indexOf(before) < 0);
  }

  private static boolean joins(int before) {
    return before != 0
        && (Character.isLetterOrDigit(before)
            ? !RunningScript.contains(before)
            : "._-/@:".indexOf(before) >= 0);
  }

  private static boolean isAsciiLetterOrDigit(int codePoint) {
    return codePoint < 128 && Character.isLetterOrDigit(codePoint);
  }

  private static int end(String run, int from, int before, int delimiters) {
    int closing = lastClosing(run, from, before, delimiters);
    int at = from;
    int round = 0;
    int square = 0;
    while (at < run.length()) {
      int codePoint = run.codePointAt(at);
      round += codePoint == '(' ? 1 : codePoint == ')' ? -1 : 0;
      square += codePoint == '[' ? 1 : codePoint == ']' ? -1 : 0;
      int after = at + Character.charCount(codePoint);
      int next = after < run.length() ? run.codePointAt(after) : 0;
      if (ends(codePoint, next)
          || square < 0
          || codePoint == ')' && round < 0 && next > 127
          || closesEmphasis(run, at, before, delimiters, closing)
          || codePoint == '&' && ENDING_ENTITY.matcher(run).region(at, run.length()).lookingAt()) {
        return at;
      }
      at = after;
    }
    return at;
  }

  /**
   * Delimiters directly before an address are closed by the first ones after it that are as many:
   * before a letter only where no others follow, since these may belong to the address.
   */
  private static boolean closesEmphasis(
      String run, int at, int before, int delimiters, int closing) {
    char c = run.charAt(at);
    if (c != '*' && c != '~' && c != '_') {
      return false;
    }
    int after = afterDelimiters(run, at);
    int next = after < run.length() ? run.codePointAt(after) : 0;
    boolean marks = c == '*' || c == '~' && after - at >= 2;
    if (marks && next > 127) {
      return true;
    }
    if (before != c || c == '~' && !marks) {
      return false;
    }
    if (!Character.isLetterOrDigit(next)) {
      return c == '_' || after - at >= Math.min(delimiters, 2) || delimiters > 2;
    }
    return c != '_' && after - at >= delimiters && closing < at;
  }

  /** Where delimiters that are as many as those before the address stand before no letter. */
  private static int lastClosing(String run, int from, int before, int delimiters) {
    if (before != '*' && before != '~') {
      return -1;
    }
    int end = run.length();
    while (end > from) {
      int start = end;
      while (start > from && run.charAt(start - 1) == before) {
        start--;
      }
      boolean letter = end < run.length() && Character.isLetterOrDigit(run.codePointAt(end));
      if (end - start >= delimiters && !letter) {
        return start;
      }
      end = start == end ? end - 1 : start;
    }
    return -1;
  }

  private static int afterDelimiters(String run, int at) {
    int after = at;
    while (after < run.length() && run.charAt(after) == run.charAt(at)) {
      after++;
    }
    return after;
  }

  private static boolean ends(int codePoint, int next) {
    if (codePoint < 128) {
      return codePoint <= ' ' || codePoint == 127 || "<>\"`".indexOf(codePoint) >= 0;
    }
    if (codePoint == 0xB7 || codePoint == 0x30FB) {
      return !Character.isLetterOrDigit(next); // the middle dots of Catalan and Japanese names
    }
    return CjkText.isPunctuation(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.CONTROL,
              Character.SURROGATE,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
          default -> codePoint == 0x2014 || codePoint == 0x2015;
        };
  }

  /** Without the punctuation of the sentence around it. */
  private static int trimmed(String run, int from, int to) {
    int end = to;
    int round = 0;
    int square = 0;
    for (int i = from; i < end; i++) {
      switch (run.charAt(i)) {
        case '(' -> round++;
        case ')' -> round--;
        case '[' -> square++;
        case ']' -> square--;
        default -> {}
      }
    }
    while (end > from) {
      char last = run.charAt(end - 1);
      if ("?!.,:*_~'\\–‐‑".indexOf(last) >= 0) {
        end--;
      } else if (last == ';') {
        Matcher entity = ENTITY_AT_END.matcher(run).region(Math.max(from, end - 42), end);
        end = entity.find() ? entity.start() : end - 1;
      } else if (last == ')' && round < 0) {
        round++;
        end--;
      } else if (last == ']' && square < 0) {
        square++;
        end--;
      } else if (last == '(' || last == '[' || last == '{') {
        end--;
      } else {
        break;
      }
    }
    return end;
  }
}

package parley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.text.Folding;
import parley.text.RunningScript;
import parley.text.Usernames;

/**
 * Finds the names that may be meant by an at sign: {@code @} and 2 to 32 name characters, unless it
 * is part of an e-mail address, an address of another network ({@code @name@host}), or a package
 * name ({@code @scope/name}). The full-width sign of East Asian keyboards counts too.
 */
final class MentionScanner {

  /**
   * A possible name at the beginning of the text.
   *
   * @param key the folded name, for lookup
   * @param end the index of its end, in chars; the sign is at 0
   */
  record Candidate(String key, int end) {}

  /** After one of these characters, an at sign is part of an address or a URL. */
  private static final String JOINED_BEFORE = "@＠=&#%+$\\";

  private static final Pattern HOST = Pattern.compile("[@＠][A-Za-z0-9-]+\\.[A-Za-z].*+");

  private MentionScanner() {}

  static boolean isSign(int c) {
    return c == '@' || c == '＠';
  }

  /** Whether a mention may follow this code point; 0 for the beginning. */
  static boolean mayFollow(int before) {
    boolean word = Character.isLetterOrDigit(before) || Usernames.isMark(before);
    return before == 0
        || (word ? RunningScript.contains(before) : JOINED_BEFORE.indexOf(before) < 0);
  }

  /**
   * The possible names, longest first.
   *
   * @param run begins with the sign, without white space
   */
  static List<Candidate> candidates(String run) {
    int end = endOfName(run);
    return isAddressOrPath(run, end) ? List.of() : names(run.substring(0, end));
  }

  private static int endOfName(String text) {
    int end = 1;
    while (end < text.length() && Usernames.isPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isAddressOrPath(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    return isSign(text.charAt(end))
        ? HOST.matcher(text).region(end, text.length()).matches()
        : text.charAt(end) == '/'
            && end + 1 < text.length()
            && Character.isLetterOrDigit(text.codePointAt(end + 1));
  }

  private static List<Candidate> names(String written) {
    List<Candidate> longestFirst = new ArrayList<>();
    int tail = startOfTail(written);
    int end = 1;
    for (int length = 0; length <= Usernames.MAX_LENGTH; length++) {
      if (length >= Usernames.MIN_LENGTH && mayEnd(written, end, tail)) {
        longestFirst.add(0, new Candidate(Folding.key(written.substring(1, end)), end));
      }
      if (end == written.length()) {
        break;
      }
      end += Character.charCount(written.codePointAt(end));
    }
    return longestFirst;
  }

  /** Where the hyphens and underscores at the end begin, which may belong to the text after it. */
  private static int startOfTail(String written) {
    int start = written.length();
    while (start > 1 && (written.charAt(start - 1) == '-' || written.charAt(start - 1) == '_')) {
      start--;
    }
    return start;
  }

  /**
   * A name ends with its last name character, before hyphens and underscores at the end, or before
   * a letter that may belong to the following text.
   */
  private static boolean mayEnd(String written, int end, int tail) {
    if (end >= tail) {
      return true;
    }
    int next = written.codePointAt(end);
    return RunningScript.contains(next) && !Usernames.isMark(next);
  }
}

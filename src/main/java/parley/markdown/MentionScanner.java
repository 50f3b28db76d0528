package parley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.markdown.MentionNode.Candidate;
import parley.text.Folding;
import parley.text.RunningScript;
import parley.text.Usernames;

/**
 * Finds possible mentions in plain text: {@code @} and 2 to 32 name characters, unless it is part
 * of an e-mail address, an address of another network ({@code @name@host}), a path or a package
 * name ({@code @scope/name}). The full-width sign of East Asian keyboards counts too.
 */
final class MentionScanner {

  /** After one of these characters, an at sign is part of a word, an address or a URL. */
  private static final String JOINED_BEFORE = "_@＠/.=&#%+$\\";

  private MentionScanner() {}

  /** The mention that begins at this char, if there is one. */
  static Optional<MentionNode> at(String text, int start) {
    if (!isSign(text.charAt(start)) || !mayFollow(text, start)) {
      return Optional.empty();
    }
    int end = endOfName(text, start + 1);
    if (isAddressOrPath(text, end)) {
      return Optional.empty();
    }
    List<Candidate> candidates = candidates(text.substring(start, end));
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(new MentionNode(text.substring(start, end), candidates));
  }

  private static boolean isSign(char c) {
    return c == '@' || c == '＠';
  }

  private static boolean mayFollow(String text, int sign) {
    if (sign == 0) {
      return true;
    }
    int before = text.codePointBefore(sign);
    boolean word = Character.isLetterOrDigit(before) || Usernames.isMark(before);
    return word ? RunningScript.contains(before) : JOINED_BEFORE.indexOf(before) < 0;
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && Usernames.isPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isAddressOrPath(String text, int end) {
    return end < text.length() && isSign(text.charAt(end))
        || end + 1 < text.length()
            && text.charAt(end) == '/'
            && Character.isLetterOrDigit(text.codePointAt(end + 1));
  }

  private static List<Candidate> candidates(String written) {
    List<Candidate> longestFirst = new ArrayList<>();
    int end = 1;
    for (int length = 0; length <= Usernames.MAX_LENGTH; length++) {
      if (length >= Usernames.MIN_LENGTH && mayEnd(written, end)) {
        longestFirst.add(0, new Candidate(Folding.key(written.substring(1, end)), end));
      }
      if (end == written.length()) {
        break;
      }
      end += Character.charCount(written.codePointAt(end));
    }
    return longestFirst;
  }

  /**
   * A name ends with its last name character, or before a letter that may belong to the following
   * text.
   */
  private static boolean mayEnd(String written, int end) {
    if (end == written.length()) {
      return true;
    }
    int next = written.codePointAt(end);
    return RunningScript.contains(next) && !Usernames.isMark(next);
  }
}

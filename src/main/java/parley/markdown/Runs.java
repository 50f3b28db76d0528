package parley.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.util.Escaping;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;
import parley.text.Usernames;

/** Reads ahead in a line. Each method reads a part at most once, so that the time stays linear. */
final class Runs {

  private static final Pattern HOST_WITH_PATH =
      Pattern.compile(
          "[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)*+/[A-Za-z0-9._~/-]*+[@＠][A-Za-z0-9_.-]++");

  private static final Pattern WEB = Pattern.compile("(?i)(?:https?://|www\\.)[\\p{L}\\p{N}]");

  /** More than an address loses at the end of a run that was cut. */
  private static final int MARGIN = 64;

  private Runs() {}

  static void skip(Scanner scanner, int chars) {
    for (int i = 0; i < chars; i++) {
      scanner.next();
    }
  }

  static String unescaped(String written) {
    return Escaping.unescapeString(written);
  }

  /** The sign and what may belong to a name, and enough after it to tell a path from a name. */
  static String name(Scanner scanner) {
    StringBuilder run = new StringBuilder().append(scanner.peek());
    scanner.next();
    int left = 2 * (Usernames.MAX_LENGTH + 2);
    while (left-- > 0 && !ends(scanner.peek())) {
      run.append(scanner.peek());
      scanner.next();
    }
    return run.toString();
  }

  /** Whether it is worth to stop here and to look for a link. */
  static boolean mayBeginLink(Scanner scanner) {
    Position start = scanner.position();
    BareLinks.Found found = link(scanner, 0);
    int path = 0;
    if (found == null) {
      scanner.setPosition(start);
      path = pathBeforeSign(scanner);
    }
    scanner.setPosition(start);
    return found != null || path > 0;
  }

  /**
   * The link that begins here, or null. Leaves the position anywhere.
   *
   * @param delimiters how many delimiters of emphasis stand directly before it, if any
   */
  static BareLinks.@Nullable Found link(Scanner scanner, int delimiters) {
    int before = scanner.peekPreviousCodePoint();
    Position start = scanner.position();
    if (BareLinks.mayBeWeb(scanner.peek())) {
      BareLinks.Found web = mayBeWeb(scanner) ? web(scanner, start, before, delimiters) : null;
      if (web != null) {
        return web;
      }
      scanner.setPosition(start);
    }
    return BareLinks.mayPrecedeMail(before) ? mail(scanner) : null;
  }

  private static boolean mayBeWeb(Scanner scanner) {
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < 10 && !ends(scanner.peek()); i++) {
      first.append(scanner.peek());
      scanner.next();
    }
    return WEB.matcher(first).lookingAt();
  }

  private static BareLinks.@Nullable Found web(
      Scanner scanner, Position start, int before, int delimiters) {
    scanner.setPosition(start);
    StringBuilder run = new StringBuilder();
    int limit = 256;
    while (true) {
      while (run.length() < limit && !ends(scanner.peek())) {
        run.append(scanner.peek());
        scanner.next();
      }
      BareLinks.Found found = BareLinks.web(run.toString(), before, delimiters);
      if (ends(scanner.peek()) || found == null || found.length() < limit - MARGIN) {
        return found;
      }
      limit *= 2; // in steps, because an address may end long before the run does
    }
  }

  private static BareLinks.@Nullable Found mail(Scanner scanner) {
    StringBuilder run = new StringBuilder();
    boolean sign = false;
    for (char c = scanner.peek(); isMail(c) || isSignOfMail(c, run, sign); c = scanner.peek()) {
      sign |= c == '@';
      run.append(c);
      scanner.next();
    }
    return sign ? BareLinks.mail(run.toString()) : null;
  }

  private static boolean isSignOfMail(char c, CharSequence run, boolean sign) {
    return c == '@' && !sign && run.length() > 0
        || c == ':' && run.length() == 6 && "mailto".contentEquals(run);
  }

  private static boolean isMail(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0);
  }

  /**
   * The length of a host with a path up to an at sign, such as {@code example.org/@name}: no
   * mention is there. 0 where there is none.
   */
  static int pathBeforeSign(Scanner scanner) {
    int before = scanner.peekPreviousCodePoint();
    if (!BareLinks.mayPrecedeMail(before)) {
      return 0;
    }
    Position start = scanner.position();
    StringBuilder run = new StringBuilder();
    for (char c = scanner.peek(); isMail(c) || c == '/' || c == '@' || c == '~'; ) {
      run.append(c);
      scanner.next();
      c = scanner.peek();
    }
    scanner.setPosition(start);
    Matcher path = HOST_WITH_PATH.matcher(run);
    return path.lookingAt() && path.group().indexOf('.') > 0 ? path.end() : 0;
  }

  private static boolean ends(char c) {
    return c == Scanner.END || c == '\n' || c == ' ' || c == '\t' || c == '<';
  }
}

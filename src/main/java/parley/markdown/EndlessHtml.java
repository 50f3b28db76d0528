package parley.markdown;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Finds comments, instructions and declarations without an end. The library looks for the end of
 * each of them up to the end of the text, which takes a long time for many of them; this remembers
 * that there is none. For one block.
 */
final class EndlessHtml {

  private final Set<String> endless = new HashSet<>();

  /** Whether one begins here, after its angle bracket, that has no end. */
  boolean begins(Scanner scanner) {
    String end = end(scanner);
    if (end == null || scanner.peek() == '>') {
      return false;
    }
    if (endless.contains(end)) {
      return true;
    }
    boolean found = find(scanner, end);
    if (!found) {
      endless.add(end);
    }
    return !found;
  }

  /** How what begins here has to end, or null for anything else. */
  private static @Nullable String end(Scanner scanner) {
    if (scanner.next('?')) {
      return "?>";
    }
    if (!scanner.next('!')) {
      return null;
    }
    Position start = scanner.position();
    if (scanner.next("--")) {
      Position text = scanner.position();
      if (scanner.next("->")) {
        return null; // a comment without text
      }
      scanner.setPosition(text);
      return "-->";
    }
    scanner.setPosition(start);
    return scanner.next("[CDATA[") ? "]]>" : ">";
  }

  private static boolean find(Scanner scanner, String end) {
    while (scanner.find(end.charAt(0)) >= 0) {
      Position at = scanner.position();
      if (scanner.next(end)) {
        return true;
      }
      scanner.setPosition(at);
      scanner.next();
    }
    return false;
  }
}

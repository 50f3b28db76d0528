package parley.mail.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Lines of text with prefixes, such as those of quotations and list items, one in another. */
final class QuoteLines {

  /** Prefixes deeper than this are left out, so that the text cannot grow without bounds. */
  private static final int MAX_PREFIXES = 30;

  private static final class Prefix {

    private final String first;
    private final String rest;
    private boolean used;

    Prefix(String first, String rest) {
      this.first = first;
      this.rest = rest;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Deque<Prefix> prefixes = new ArrayDeque<>();
  private int skipped;

  /** Where the words of the current line begin; -1 while it has none. */
  private int words = -1;

  private boolean blankWanted;

  QuoteLines() {
    push("> ", "> ");
  }

  void push(String first, String rest) {
    newLine();
    if (prefixes.size() == MAX_PREFIXES) {
      skipped++;
    } else {
      prefixes.push(new Prefix(first, rest));
    }
  }

  /** Ends the innermost part; an empty one shows its prefix. */
  void pop() {
    if (skipped > 0) {
      skipped--;
    } else if (prefixes.size() > 1) {
      if (!prefixes.peek().used) {
        begin();
      }
      newLine();
      prefixes.pop();
    }
  }

  /** What follows stands apart, unless nothing was written yet where it belongs. */
  void block() {
    newLine();
    blankWanted |= prefixes.peek().used;
  }

  /** Ends the line if it has words. */
  void newLine() {
    if (words >= 0) {
      lineBreak();
    }
  }

  void lineBreak() {
    if (words < 0) {
      begin();
    }
    trim();
    text.append('\n');
    words = -1;
  }

  void write(String written) {
    String flowing = words < 0 || endsBlank() ? written.stripLeading() : written;
    if (!flowing.isEmpty()) {
      if (words < 0) {
        begin();
      }
      text.append(flowing);
    }
  }

  /** As it is, with its blank lines. */
  void code(String code) {
    String[] lines = code.replaceAll("\\R", "\n").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        lineBreak();
      }
      if (!lines[i].isEmpty()) {
        if (words < 0) {
          begin();
        }
        text.append(lines[i]);
      }
    }
  }

  /** For {@link #since}. */
  int position() {
    return text.length();
  }

  String since(int position) {
    int from = Math.min(text.length(), Math.max(position, words));
    return text.substring(from);
  }

  void replaceSince(int position, String replacement) {
    text.setLength(Math.min(text.length(), Math.max(position, words)));
    text.append(replacement);
  }

  String text() {
    newLine();
    return text.toString().replaceFirst("\\s+\\z", "");
  }

  private void begin() {
    if (blankWanted) {
      prefix(true);
      trim();
      text.append('\n');
      blankWanted = false;
    }
    prefix(false);
    words = text.length();
  }

  private void prefix(boolean blank) {
    for (Iterator<Prefix> outside = prefixes.descendingIterator(); outside.hasNext(); ) {
      Prefix prefix = outside.next();
      if (blank && !prefix.used) {
        return;
      }
      text.append(prefix.used ? prefix.rest : prefix.first);
      prefix.used |= !blank;
    }
  }

  private boolean endsBlank() {
    return text.length() == words
        || text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private void trim() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    text.setLength(end);
  }
}

package parley.mail.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Converts the HTML of a post to plain text that says the same: quotations with {@code >} for each
 * level, lists with their numbers, struck text between tildes, raised text after {@code ^}, code as
 * it is, rows of tables with bars, links with their address.
 */
final class QuoteText implements HtmlStreamEventReceiver {

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "section", "details", "summary", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
          "table", "caption");

  private static final Set<String> STRUCK = Set.of("del", "s");

  private static final String RULE = "---";

  private final QuoteLines lines = new QuoteLines();
  private final Deque<ListNumbers> lists = new ArrayDeque<>();

  /** Where open links, raised and lowered words begin. */
  private final Deque<Integer> starts = new ArrayDeque<>();

  private final Deque<String> addresses = new ArrayDeque<>();
  private boolean footnotes;
  private boolean footnote;
  private int preformatted;
  private int cells;
  private boolean heading;

  /** All lines, each after {@code >}. */
  String lines() {
    return lines.text();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    if (BLOCKS.contains(element)) {
      lines.block();
    }
    switch (element) {
      case "pre" -> preformatted++;
      case "section" -> footnotes = "footnotes".equals(value(attributes, "class"));
      case "blockquote" -> {
        lines.block();
        lines.push("> ", "> ");
      }
      case "ul", "ol" -> openList(element, value(attributes, "start"));
      case "li" -> openItem();
      case "tr" -> {
        lines.newLine();
        cells = 0;
        heading = false;
      }
      case "td", "th" -> {
        lines.write(cells++ > 0 ? " | " : "");
        heading |= element.equals("th");
      }
      case "br" -> lines.lineBreak();
      case "hr" -> {
        lines.block();
        lines.write(RULE);
        lines.block();
      }
      case "img" -> picture(value(attributes, "alt"), value(attributes, "src"));
      case "a" -> {
        starts.push(lines.position());
        addresses.push(
            "mention".equals(value(attributes, "class")) ? "" : value(attributes, "href"));
      }
      case "sup" -> {
        footnote = "footnote-ref".equals(value(attributes, "class"));
        starts.push(lines.position());
      }
      case "sub" -> starts.push(lines.position());
      default -> lines.write(STRUCK.contains(element) ? "~~" : "");
    }
  }

  @Override
  public void closeTag(String element) {
    switch (element) {
      case "pre" -> preformatted--;
      case "blockquote" -> lines.pop();
      case "ul", "ol" -> closeList();
      case "li" -> lines.pop();
      case "tr" -> closeRow();
      case "a" -> closeLink();
      case "sup" -> mark(footnote ? "[" : "^", footnote);
      case "sub" -> mark("_", false);
      default -> lines.write(STRUCK.contains(element) ? "~~" : "");
    }
    if (BLOCKS.contains(element) || element.equals("blockquote")) {
      lines.block();
    }
  }

  @Override
  public void text(String words) {
    if (preformatted > 0) {
      lines.code(words);
    } else {
      lines.write(words.replaceAll("\\s+", " "));
    }
  }

  private void openList(String element, String start) {
    if (lists.isEmpty()) {
      lines.block();
    } else {
      lines.newLine();
    }
    lists.push(new ListNumbers(element.equals("ol"), footnotes, start));
    footnotes = false;
  }

  private void closeList() {
    lists.poll();
    if (lists.isEmpty()) {
      lines.block();
    } else {
      lines.newLine();
    }
  }

  private void openItem() {
    lines.newLine();
    String marker = lists.isEmpty() ? "- " : lists.peek().next();
    lines.push(marker, " ".repeat(marker.length()));
  }

  private void closeRow() {
    if (heading) {
      lines.newLine();
      lines.write((RULE + " | ").repeat(Math.max(0, cells - 1)) + RULE);
    }
    lines.newLine();
  }

  private void picture(String alt, String address) {
    lines.write(alt.isEmpty() ? "<" + address + ">" : alt);
  }

  private void closeLink() {
    if (starts.isEmpty() || addresses.isEmpty()) {
      return;
    }
    String words = lines.since(starts.pop());
    String address = addresses.pop();
    if (!address.isEmpty() && !address.equals(words) && !address.equals("mailto:" + words)) {
      lines.write((words.isEmpty() ? "<" : " <") + address + ">");
    }
  }

  /** Puts a sign before words that are raised or lowered. */
  private void mark(String sign, boolean bracket) {
    if (starts.isEmpty()) {
      return;
    }
    int start = starts.pop();
    String words = lines.since(start);
    boolean word = words.codePoints().allMatch(Character::isLetterOrDigit);
    if (!words.isEmpty()) {
      lines.replaceSince(
          start, bracket ? sign + words + "]" : word ? sign + words : sign + "(" + words + ")");
    }
  }

  private static String value(List<String> attributes, String name) {
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return "";
  }

  /** The markers of a list. */
  private static final class ListNumbers {

    private final boolean numbered;
    private final boolean footnotes;
    private long next;

    ListNumbers(boolean numbered, boolean footnotes, String start) {
      this.numbered = numbered;
      this.footnotes = footnotes;
      this.next = start.matches("\\d{1,9}") ? Long.parseLong(start) : 1;
    }

    String next() {
      if (!numbered) {
        return "- ";
      }
      long number = next++;
      return footnotes ? "[" + number + "] " : number + ". ";
    }
  }
}

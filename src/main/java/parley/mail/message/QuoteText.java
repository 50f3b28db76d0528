package parley.mail.message;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Converts HTML to plain text: separated blocks, list items with a dash, links with their address.
 */
final class QuoteText implements HtmlStreamEventReceiver {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "blockquote",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "hr");

  private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "caption");

  private final StringBuilder text = new StringBuilder();
  private int preformatted;
  private String address;
  private int linkStart;

  String lines() {
    return text.toString()
        .strip()
        .replaceAll("[ \\t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .lines()
        .map(line -> line.isEmpty() ? ">" : "> " + line)
        .collect(joining("\n"));
  }

  @Override
  public void openDocument() {
    text.setLength(0);
  }

  @Override
  public void closeDocument() {
    text.append('\n');
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    breakBefore(element);
    switch (element) {
      case "pre" -> preformatted++;
      case "br" -> text.append('\n');
      case "li" -> text.append("- ");
      case "img" -> text.append(value(attributes, "alt"));
      case "a" -> {
        address = value(attributes, "href");
        linkStart = text.length();
      }
      default -> {}
    }
  }

  @Override
  public void closeTag(String element) {
    switch (element) {
      case "pre" -> preformatted--;
      case "td", "th" -> text.append("  ");
      case "a" -> endLink();
      default -> {}
    }
    breakBefore(element);
  }

  @Override
  public void text(String words) {
    var blank = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
    var flowing = words.replaceAll("\\s+", " ");
    text.append(
        preformatted > 0
            ? words.replaceAll("\\R", "\n")
            : blank ? flowing.stripLeading() : flowing);
  }

  private void endLink() {
    if (address != null && !address.isEmpty() && !address.equals(text.substring(linkStart))) {
      text.append(" <").append(address).append('>');
    }
    address = null;
  }

  private void breakBefore(String element) {
    if (BLOCKS.contains(element)) {
      text.append("\n\n");
    } else if (LINES.contains(element) && text.length() > 0 && !endsLine()) {
      text.append('\n');
    }
  }

  private boolean endsLine() {
    return text.charAt(text.length() - 1) == '\n';
  }

  private static String value(List<String> attributes, String name) {
    var at = attributes.indexOf(name);
    return at < 0 ? "" : attributes.get(at + 1);
  }
}

package parley.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Turns text into mentions after everything else has been parsed, when addresses are already links
 * and underscores of emphasis are consumed. Links, pictures and code contain no mentions, neither
 * in Markdown nor in HTML.
 */
final class MentionFinder implements PostProcessor {

  /** The maximum number of different mentions in a text; further ones stay text. */
  static final int MAX_MENTIONS = 50;

  @Override
  public Node process(Node document) {
    document.accept(new Visitor());
    return document;
  }

  private static final class Visitor extends AbstractVisitor {

    private static final Set<String> QUIET_TAGS = Set.of("a", "code", "kbd", "pre", "samp");

    private final Set<String> seen = new HashSet<>();

    /** Open HTML elements of this paragraph in which mentions are not allowed. */
    private int quietTags;

    @Override
    public void visit(Paragraph paragraph) {
      quietTags = 0;
      visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      quietTags = 0;
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Image image) {}

    @Override
    public void visit(HtmlInline html) {
      String tag = html.getLiteral();
      boolean closing = tag.startsWith("</");
      if (QUIET_TAGS.contains(name(tag, closing ? 2 : 1))) {
        quietTags = Math.max(0, quietTags + (closing ? -1 : 1));
      }
    }

    private static String name(String tag, int start) {
      int end = start;
      while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
        end++;
      }
      return tag.substring(start, end).toLowerCase(Locale.ROOT);
    }

    @Override
    public void visit(Text node) {
      if (quietTags == 0) {
        split(node, node.getLiteral());
      }
    }

    private void split(Text node, String literal) {
      int done = 0;
      for (int i = 0; i < literal.length(); i++) {
        MentionNode mention =
            MentionScanner.at(literal, i).filter(this::isWithinLimit).orElse(null);
        if (mention != null) {
          insertText(node, literal.substring(done, i));
          node.insertBefore(mention);
          done = i + mention.text().length();
          i = done - 1;
        }
      }
      if (done > 0) {
        insertText(node, literal.substring(done));
        node.unlink();
      }
    }

    private static void insertText(Text before, String literal) {
      if (!literal.isEmpty()) {
        before.insertBefore(new Text(literal));
      }
    }

    private boolean isWithinLimit(MentionNode mention) {
      String longest = mention.candidates().get(0).key();
      return seen.contains(longest) || seen.size() < MAX_MENTIONS && seen.add(longest);
    }
  }
}

package parley.markdown;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import parley.text.Bidi;

/**
 * Collects the text of a document on one line, without markup, addresses and footnotes, up to a
 * maximum length; signs are left where words would mean something else without them. (CommonMark's
 * own text renderer keeps quotation marks, addresses and HTML.)
 */
final class Excerpt extends AbstractVisitor {

  private static final String ELLIPSIS = "…";

  private final StringBuilder words = new StringBuilder();
  private final int maxCodePoints;
  private int length;
  private boolean gap;
  private boolean cut;

  private Excerpt(int maxCodePoints) {
    this.maxCodePoints = maxCodePoints;
  }

  /** At most this many code points, including an ellipsis if the text is shortened. */
  static String of(Node document, int maxCodePoints) {
    Excerpt excerpt = new Excerpt(maxCodePoints);
    document.accept(excerpt);
    return excerpt.cut ? excerpt.shortened() : excerpt.words.toString();
  }

  private String shortened() {
    if (length == maxCodePoints) {
      words.setLength(words.offsetByCodePoints(words.length(), -1));
    }
    return words.toString().stripTrailing() + ELLIPSIS;
  }

  private void write(String text) {
    text.codePoints()
        .filter(next -> !Bidi.isControl(next))
        .takeWhile(next -> !cut)
        .forEach(this::write);
  }

  private void write(int codePoint) {
    if (isBlank(codePoint)) {
      gap = true;
      return;
    }
    int needed = gap && length > 0 ? 2 : 1;
    if (length + needed > maxCodePoints) {
      cut = true;
      return;
    }
    if (needed == 2) {
      words.append(' ');
    }
    words.appendCodePoint(codePoint);
    length += needed;
    gap = false;
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint);
  }

  private void block(String text) {
    gap = true;
    write(text);
    gap = true;
  }

  private void block(Node node) {
    gap = true;
    visitChildren(node);
    gap = true;
  }

  @Override
  protected void visitChildren(Node parent) {
    if (!cut) {
      super.visitChildren(parent);
    }
  }

  @Override
  public void visit(Text text) {
    write(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    write(code.getLiteral());
  }

  @Override
  public void visit(ListItem item) {
    gap = true;
    if (item.getParent() instanceof OrderedList list) {
      int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
      for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
        number++;
      }
      write(number + ". ");
    }
    visitChildren(item);
    gap = true;
  }

  /** As in the text of a mail: struck, raised and lowered words do not read as others do. */
  @Override
  public void visit(HtmlInline html) {
    HtmlTag tag = HtmlTag.of(html.getLiteral());
    if (tag == null) {
      return;
    }
    switch (tag.name()) {
      case "del", "s" -> write("~~");
      case "sup" -> write(tag.isClosing() ? "" : "^");
      case "sub" -> write(tag.isClosing() ? "" : "_");
      case "br" -> gap = true;
      default -> {}
    }
  }

  @Override
  public void visit(HtmlBlock html) {
    block(Escaping.unescapeString(HtmlTag.PATTERN.matcher(html.getLiteral()).replaceAll(" ")));
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    gap = true;
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    gap = true;
  }

  @Override
  public void visit(Paragraph paragraph) {
    block(paragraph);
  }

  @Override
  public void visit(Heading heading) {
    block(heading);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    block(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    block(code.getLiteral());
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof FootnoteDefinition)) {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof MentionNode mention) {
      write(mention.text());
    } else if (node instanceof TableCell) {
      block(node);
    } else if (node instanceof Strikethrough) {
      write("~~");
      visitChildren(node);
      write("~~");
    } else if (node instanceof TaskListItemMarker task) {
      write(task.isChecked() ? "[x] " : "[ ] ");
    } else {
      visitChildren(node);
    }
  }
}

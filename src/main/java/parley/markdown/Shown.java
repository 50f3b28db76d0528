package parley.markdown;

import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import parley.text.Visible;

/**
 * Whether a document shows anything: a visible character, a picture or a rule. Comments do not
 * count, though they are shown beside other text: alone they are what is left of a template.
 */
final class Shown extends AbstractVisitor {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:nbsp|zwnj|zwj|shy|#[xX]?[0-9A-Fa-f]+);");
  private static final Pattern ALONE = Pattern.compile("(?is)<(?:img|hr|input)\\b.*");

  private final StringBuilder text = new StringBuilder();
  private boolean more;

  private Shown() {}

  static boolean anythingOf(Node document) {
    Shown shown = new Shown();
    document.accept(shown);
    return shown.more || Visible.isIn(withoutComments(shown.text.toString()));
  }

  private static String withoutComments(String text) {
    StringBuilder rest = new StringBuilder();
    int done = 0;
    int start = text.indexOf("<!--");
    int end = start < 0 ? -1 : text.indexOf("-->", start);
    while (end >= 0) {
      rest.append(text, done, start);
      done = end + 3;
      start = text.indexOf("<!--", done);
      end = start < 0 ? -1 : text.indexOf("-->", start);
    }
    return rest.append(text, done, text.length()).toString();
  }

  private void code(String literal) {
    more |= literal != null && Visible.isIn(literal);
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(Image image) {
    more = true;
  }

  @Override
  public void visit(ThematicBreak rule) {
    more = true;
  }

  @Override
  public void visit(HtmlInline html) {
    more |= ALONE.matcher(html.getLiteral()).lookingAt();
  }

  @Override
  public void visit(HtmlBlock html) {
    var tags = HtmlTag.PATTERN.matcher(html.getLiteral());
    more |= tags.results().anyMatch(tag -> ALONE.matcher(tag.group()).matches());
    String words = tags.replaceAll("").replace("&lt;", "<");
    text.append(ENTITY.matcher(words).replaceAll(""));
  }

  @Override
  public void visit(CustomNode node) {
    more |= node instanceof MentionNode || node instanceof FootnoteReference;
    visitChildren(node);
  }
}

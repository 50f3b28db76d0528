package parley.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import parley.text.Bidi;

/**
 * The direction of lists, quotations and tables whose text reads right to left, so that their
 * bullets and lines stand on that side. {@code dir="auto"}, which every other block has, does not
 * work for them: it ignores the text of blocks with a direction of their own.
 */
final class Directions implements AttributeProvider {

  private static final Set<String> CONTAINERS = Set.of("ul", "ol", "li", "blockquote", "table");

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (CONTAINERS.contains(tagName) && FirstStrong.of(node) > 0) {
      attributes.put("dir", "rtl");
    }
  }

  private static final class FirstStrong extends AbstractVisitor {

    private int found;

    static int of(Node node) {
      FirstStrong visitor = new FirstStrong();
      node.accept(visitor);
      return visitor.found;
    }

    @Override
    protected void visitChildren(Node parent) {
      for (Node node = parent.getFirstChild(); node != null && found == 0; node = node.getNext()) {
        node.accept(this);
      }
    }

    @Override
    public void visit(Text text) {
      found = Bidi.firstStrong(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      found = Bidi.firstStrong(code.getLiteral());
    }
  }
}

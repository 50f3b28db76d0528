package parley.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.PostProcessor;

/** Finishes a parsed document: emphasis, and what must be shown as it was typed. */
final class Tidier implements PostProcessor {

  @Override
  public Node process(Node document) {
    UnusedFootnotes.showAsTyped(document);
    document.accept(new Visitor());
    return document;
  }

  private static final class Visitor extends AbstractVisitor {

    private final EmphasisResolver emphasis = new EmphasisResolver(Dialect.MAX_NESTING);

    private void inlines(Node container) {
      emphasis.resolve(container);
      InlineTidier.tidy(container);
    }

    @Override
    public void visit(Paragraph paragraph) {
      inlines(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      inlines(heading);
    }

    @Override
    public void visit(FencedCodeBlock code) {
      CodeInfo.showWhatIsNoLanguage(code);
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell) {
        inlines(node);
      } else {
        visitChildren(node);
      }
    }
  }
}

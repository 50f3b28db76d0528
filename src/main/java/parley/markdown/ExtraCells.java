package parley.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Shows the cells of a row beyond the table's last column in that column, as they were typed. */
final class ExtraCells extends AbstractVisitor {

  private final String source;

  private ExtraCells(String source) {
    this.source = source;
  }

  /**
   * @param source what the document was parsed from, with source spans
   */
  static void show(Node document, String source) {
    document.accept(new ExtraCells(source));
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof TableBlock)) {
      visitChildren(block);
      return;
    }
    if (block.getFirstChild().getFirstChild().getFirstChild() == null) {
      showAsTyped(block);
      return;
    }
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableBody) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
          show((TableRow) row);
        }
      }
    }
  }

  /** A table whose heading has no cells would show none of its rows. */
  private void showAsTyped(CustomBlock table) {
    Paragraph paragraph = new Paragraph();
    for (SourceSpan span : table.getSourceSpans()) {
      if (paragraph.getFirstChild() != null) {
        paragraph.appendChild(new SoftLineBreak());
      }
      paragraph.appendChild(new Text(text(span).strip()));
    }
    table.insertBefore(paragraph);
    table.unlink();
  }

  private String text(SourceSpan span) {
    return source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
  }

  private void show(TableRow row) {
    List<SourceSpan> spans = row.getSourceSpans();
    if (spans.isEmpty() || row.getLastChild() == null) {
      return;
    }
    String extra = after(columns(row), text(spans.get(0)).strip());
    if (!extra.isBlank()) {
      row.getLastChild().appendChild(new Text(" | " + extra));
    }
  }

  private static int columns(TableRow row) {
    int columns = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      columns++;
    }
    return columns;
  }

  /** What follows this many cells. */
  private static String after(int columns, String line) {
    int cells = 0;
    for (int i = line.startsWith("|") ? 1 : 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
        i++;
      } else if (c == '|' && ++cells == columns) {
        String rest = line.substring(i + 1).strip();
        return rest.endsWith("|") ? rest.substring(0, rest.length() - 1).strip() : rest;
      }
    }
    return "";
  }
}

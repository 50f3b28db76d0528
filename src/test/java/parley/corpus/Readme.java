package parley.corpus;

import java.nio.file.Path;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Markdown document that somebody wrote with no thought of this forum.
 *
 * @param packageName of the package it belongs to, such as {@code @types/node}
 */
record Readme(Path file, String packageName, String text) {

  private static final int TITLE_LENGTH = 200;
  private static final Parser PARSER = Parser.builder().build();

  /** The text of the first heading that has any, cut to what a title may be; else the package. */
  String title() {
    var title = new FirstHeading();
    PARSER.parse(text).accept(title);
    String line = title.text.toString().strip();
    int length = Math.min(TITLE_LENGTH, line.codePointCount(0, line.length()));
    return line.isEmpty() ? packageName : line.substring(0, line.offsetByCodePoints(0, length));
  }

  /** How long the forum takes it to be, in code points: without white space around it. */
  int length() {
    String content = text.replace("\r\n", "\n").strip();
    return content.codePointCount(0, content.length());
  }

  private static final class FirstHeading extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private boolean inside;

    @Override
    public void visit(Heading heading) {
      if (text.isEmpty()) {
        inside = true;
        visitChildren(heading);
        inside = false;
      }
    }

    @Override
    public void visit(Text node) {
      append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      append(node.getLiteral());
    }

    private void append(String literal) {
      if (inside) {
        text.append(literal);
      }
    }
  }
}

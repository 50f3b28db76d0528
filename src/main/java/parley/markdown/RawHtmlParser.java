package parley.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks of HTML, in place of the library's: they begin only with elements that the policy knows,
 * and a block in which no tag is accepted becomes a paragraph. So a {@code <script>}, {@code <?php}
 * or {@code <!--} does not swallow the text after it. Elements may be closed in a later block of
 * the same container, as in {@code <details>}, a paragraph of Markdown, {@code </details>}.
 */
final class RawHtmlParser extends AbstractBlockParser {

  private static final Pattern PRE = Pattern.compile("(?i)<pre(?:\\s|>|$)");
  private static final Pattern PRE_END = Pattern.compile("(?i)</pre>");

  /** CommonMark's start condition 6, with the elements of the policy. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)</?(?:blockquote|caption|details|div|h[1-6]|hr|li|ol|p|section|summary|table|tbody"
              + "|td|tfoot|th|thead|tr|ul)(?:\\s|/?>|$)");

  private final RawHtml block = new RawHtml();
  private final List<SourceLine> lines = new ArrayList<>();
  private final boolean preformatted;
  private boolean finished;

  private RawHtmlParser(boolean preformatted) {
    this.preformatted = preformatted;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean ends = finished || state.isBlank() && !preformatted;
    return ends ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    lines.add(line);
    finished = preformatted && PRE_END.matcher(line.getContent()).find();
  }

  @Override
  public void closeBlock() {
    StringBuilder text = new StringBuilder();
    for (SourceLine line : lines) {
      text.append(text.length() == 0 ? "" : "\n").append(line.getContent());
    }
    block.read(text.toString());
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (!block.isJudged()) {
      judge(root(block));
    }
    Block shown =
        block.isHtml()
            ? asHtml()
            : preformatted && !finished ? asCode() : asParagraph(inlineParser);
    block.insertBefore(shown);
    block.unlink();
  }

  private Block asHtml() {
    HtmlBlock html = new HtmlBlock();
    html.setLiteral(block.html());
    return html;
  }

  /** An element {@code pre} without an end has taken all lines to the end of the container. */
  private Block asCode() {
    FencedCodeBlock code = new FencedCodeBlock();
    code.setLiteral(block.getLiteral() + "\n");
    return code;
  }

  private Block asParagraph(InlineParser inlineParser) {
    Paragraph paragraph = new Paragraph();
    SourceLines text = SourceLines.empty();
    for (SourceLine line : lines) {
      String content = line.getContent().toString();
      int start = content.length() - content.stripLeading().length();
      text.addLine(line.substring(start, content.length()));
    }
    inlineParser.parse(text, paragraph);
    return paragraph;
  }

  private static Node root(Node node) {
    Node root = node;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return root;
  }

  /** All blocks of the document at once, because they may close each other's elements. */
  private static void judge(Node document) {
    Map<Node, List<RawHtml>> containers = new LinkedHashMap<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            if (html instanceof RawHtml raw) {
              containers.computeIfAbsent(raw.getParent(), parent -> new ArrayList<>()).add(raw);
            }
          }
        });
    for (List<RawHtml> blocks : containers.values()) {
      HtmlTags.judge(blocks.stream().flatMap(each -> each.tags().stream()).toList());
      blocks.forEach(RawHtml::judged);
    }
  }

  /** Starts the blocks. */
  static final class Factory extends AbstractBlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int start = state.getNextNonSpaceIndex();
      if (state.getIndent() >= 4 || line.charAt(start) != '<') {
        return BlockStart.none();
      }
      String text = line.subSequence(start, line.length()).toString();
      if (PRE.matcher(text).lookingAt()) {
        return BlockStart.of(new RawHtmlParser(true)).atIndex(state.getIndex());
      }
      if (BLOCK.matcher(text).lookingAt() || isTagAlone(text) && !interrupts(state, matched)) {
        return BlockStart.of(new RawHtmlParser(false)).atIndex(state.getIndex());
      }
      return BlockStart.none();
    }

    /** CommonMark's start condition 7. */
    private static boolean isTagAlone(String text) {
      HtmlTag tag = HtmlTag.of(text.stripTrailing());
      return tag != null && HtmlPolicy.KNOWN.contains(tag.name());
    }

    private static boolean interrupts(ParserState state, MatchedBlockParser matched) {
      return matched.getMatchedBlockParser().getBlock() instanceof Paragraph
          || state.getActiveBlockParser().canHaveLazyContinuationLines();
    }
  }
}

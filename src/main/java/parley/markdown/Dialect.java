package parley.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The Markdown of the forum: CommonMark with a set of extensions, with links and names found before
 * emphasis, and with limits, so that no text exceeds the stack or memory of a server thread.
 * docs/markdown.md says how it differs from the specifications, and why.
 */
final class Dialect {

  /** The maximum nesting of blocks and of spans; deeper ones stay text. */
  static final int MAX_NESTING = 50;

  /** All blocks but HTML, which {@link RawHtmlParser} reads. */
  private static final Set<Class<? extends Block>> BLOCKS =
      new LinkedHashSet<>( // in the order in which they are tried
          List.of(
              BlockQuote.class,
              Heading.class,
              FencedCodeBlock.class,
              ThematicBreak.class,
              ListBlock.class,
              IndentedCodeBlock.class));

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), TaskListItemsExtension.create(), FootnotesExtension.create());

  private Dialect() {}

  /**
   * @param names the members who may be mentioned; collects the names that were found
   * @throws parley.failure.ForumException {@code INVALID} beyond {@link SourceLimits}
   */
  static Node parse(String source, Names names) {
    SourceLimits.check(source);
    Node document =
        Parser.builder()
            .extensions(EXTENSIONS)
            .enabledBlockTypes(BLOCKS)
            .customBlockParserFactory(new RawHtmlParser.Factory())
            .customInlineContentParserFactory(new ForumInlines(names))
            .linkProcessor(new LinkGuard())
            .postProcessor(new Tidier())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build()
            .parse(source);
    ExtraCells.show(document, source);
    return document;
  }

  /** Every typed line break is shown. The result is not safe yet. */
  static HtmlRenderer.Builder html() {
    return HtmlRenderer.builder()
        .percentEncodeUrls(true)
        .softbreak("<br />\n")
        .extensions(EXTENSIONS)
        .extensions(List.of(StrikethroughExtension.create()))
        .attributeProviderFactory(context -> new Directions())
        .nodeRendererFactory(PostHtml::new);
  }
}

package parley.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with a set of extensions, and with limits, so that no text exceeds the stack or memory
 * of a server thread.
 */
final class Dialect {

  /** The maximum nesting of blocks and of spans; deeper ones stay text. */
  static final int MAX_NESTING = 50;

  private final List<Extension> extensions;
  private final Parser parser;

  private Dialect(List<Extension> extensions) {
    this.extensions = extensions;
    this.parser =
        Parser.builder()
            .extensions(extensions)
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
  }

  /** Only the specification's features, to test the configuration with its examples. */
  static Dialect commonMark() {
    return new Dialect(List.of());
  }

  /** The dialect for members' texts. */
  static Dialect forum() {
    return new Dialect(
        List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            new MentionExtension()));
  }

  /**
   * @throws parley.failure.ForumException {@code INVALID} beyond {@link SourceLimits}
   */
  Node parse(String source) {
    SourceLimits.check(source);
    return parser.parse(source);
  }

  /** Renders as in the specification. HTML in the source is kept, so the result is not safe yet. */
  HtmlRenderer.Builder html() {
    return HtmlRenderer.builder().percentEncodeUrls(true).extensions(extensions);
  }
}

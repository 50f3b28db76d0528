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
 * CommonMark with a set of extensions, and with limits, so that no text takes more stack or memory
 * than a server's thread has to give.
 */
final class Dialect {

  /** How deep blocks may lie in blocks, and spans in spans; what lies deeper stays text. */
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

  /** The specification alone, by whose examples the configuration is tested. */
  static Dialect commonMark() {
    return new Dialect(List.of());
  }

  /** What members write. */
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

  /** Renders as the specification does: HTML in the source is in the result, not yet safe. */
  HtmlRenderer.Builder html() {
    return HtmlRenderer.builder().percentEncodeUrls(true).extensions(extensions);
  }
}

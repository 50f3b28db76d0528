package parley.rendering;

import java.util.List;
import java.util.stream.Stream;
import parley.check.Check;
import parley.markdown.MarkdownRenderer;

/** The HTML that is stored with texts, compared with the renderer of this release. */
public final class RenderingChecks {

  private RenderingChecks() {}

  /**
   * HTML of a newer renderer is left from a later release, and nothing would render it again; the
   * repair makes the forum do that. HTML of an older renderer is not wrong: the forum renders it
   * again while it runs.
   */
  public static List<Check> of(RenderedTable... tables) {
    return Stream.of(tables).map(RenderingChecks::of).toList();
  }

  private static Check of(RenderedTable table) {
    return Check.of(
        "html",
        """
        SELECT CONCAT(COUNT(*), ' rows of %1$s have HTML of version ', html_version,
          ', this renderer is version %2$d')
        FROM %1$s WHERE html_version > %2$d GROUP BY html_version ORDER BY html_version
        """
            .formatted(table.name(), MarkdownRenderer.VERSION),
        "UPDATE %s SET html_version = 0 WHERE html_version > %d"
            .formatted(table.name(), MarkdownRenderer.VERSION));
  }
}

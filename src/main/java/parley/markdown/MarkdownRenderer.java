package parley.markdown;

import java.util.Map;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.Node;

/**
 * The renderer for all texts of members: CommonMark with GitHub's tables, task lists,
 * strikethrough, bare links and footnotes, and with mentions. Harmless HTML is kept, other HTML is
 * shown as it was typed. Thread-safe.
 *
 * <p>For texts of the maximum length of a post, 50,000 code points, it needs a stack of at most 512
 * KiB and some milliseconds, in the worst case some tenths of a second. Callers must check that
 * length.
 *
 * <pre>{@code
 * ParsedMarkdown parsed = renderer.parse(content);
 * Map<String, Mention> known = lookUp(parsed.mentionCandidates());
 * String html = parsed.resolve(known).html();
 * }</pre>
 */
public final class MarkdownRenderer {

  /**
   * The version stored with the HTML. Increase it when the output for the same text changes, so
   * that old HTML is rendered again.
   */
  public static final int VERSION = 2;

  /**
   * Parses Markdown; {@link ParsedMarkdown} makes HTML of it once the mentioned members are known.
   *
   * @throws parley.failure.ForumException {@code INVALID}, code {@code too_complex}, if its tables
   *     have more than 20,000 cells, or it has more than 10,000 consecutive lines without an empty
   *     one
   */
  public ParsedMarkdown parse(String source) {
    return new ParsedMarkdown(source);
  }

  /** Text as the HTML of a post has it, without the entities. */
  public static String unescaped(String html) {
    return Escaping.unescapeString(html);
  }

  /**
   * Returns the text on one line without markup, for lists and mails.
   *
   * @param maxCodePoints the maximum length including the ellipsis; at least 1
   * @throws parley.failure.ForumException as {@link #parse}
   */
  public String plainText(String source, int maxCodePoints) {
    Node document = Dialect.parse(source, new Names(Map.of()));
    UnusedDefinitions.showAsTyped(document);
    return Excerpt.of(document, maxCodePoints);
  }
}

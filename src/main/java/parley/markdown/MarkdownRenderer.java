package parley.markdown;

/**
 * The one renderer of everything that members write: CommonMark with GitHub's tables, task lists,
 * strikethrough, bare links and footnotes, and with mentions. Harmless HTML in a text is kept, all
 * other is dropped. Thread-safe.
 *
 * <p>For texts as long as a post may be, 50,000 code points, it keeps within a 512 KiB stack and
 * takes milliseconds; for the worst of them, some tenths of a second. Callers hold texts to that
 * length.
 *
 * <pre>{@code
 * ParsedMarkdown parsed = renderer.parse(content);
 * Map<String, Mention> known = lookUp(parsed.mentionCandidates());
 * String html = parsed.render(known);
 * }</pre>
 */
public final class MarkdownRenderer {

  /**
   * Stored beside the HTML. It grows whenever the same text would come out otherwise, so that what
   * an older version made is made again.
   */
  public static final int VERSION = 1;

  private final Dialect dialect = Dialect.forum();

  /**
   * @throws parley.failure.ForumException {@code INVALID}, code {@code too_complex}, when its
   *     tables have more than 20,000 cells, or more than 10,000 lines follow each other without an
   *     empty one
   */
  public ParsedMarkdown parse(String source) {
    return new ParsedMarkdown(dialect, source);
  }

  /**
   * The words of a text on one line, without markup: for lists and mails.
   *
   * @param maxCodePoints what the excerpt may have, its ellipsis counted; at least 1
   * @throws parley.failure.ForumException as {@link #parse}
   */
  public String plainText(String source, int maxCodePoints) {
    return Excerpt.of(dialect.parse(source), maxCodePoints);
  }
}

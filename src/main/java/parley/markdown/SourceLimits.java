package parley.markdown;

/** Refuses the few sources that would cost the parser far more than their length suggests. */
final class SourceLimits {

  /**
   * The maximum number of consecutive lines without an empty one. For every line of a paragraph the
   * parser copies the list of the previous ones: 10,000 lines take a tenth of a second, 25,000 a
   * whole second.
   */
  static final int MAX_LINES = 10_000;

  /**
   * The maximum number of cells in all tables of a text. Every row is filled up to the width of its
   * table, so three chars can produce a row of hundreds of cells.
   */
  static final int MAX_CELLS = 20_000;

  private SourceLimits() {}

  /**
   * @throws parley.failure.ForumException {@code INVALID} beyond a limit
   */
  static void check(String source) {
    int lines = 0;
    int columns = 0;
    int cells = 0;
    for (String line : (Iterable<String>) source.lines()::iterator) {
      if (isEmpty(line)) {
        lines = 0;
        columns = 0;
      } else {
        lines++;
        columns = Math.max(columns, columnsBelow(line));
        cells += columns;
      }
      if (lines > MAX_LINES || cells > MAX_CELLS) {
        throw BoundedHtml.tooComplex();
      }
    }
  }

  private static boolean isEmpty(String line) {
    return line.chars().allMatch(c -> c == ' ' || c == '\t');
  }

  /**
   * The width of a table whose heading ends with this line; 0 if the line does not end a heading.
   */
  private static int columnsBelow(String line) {
    boolean delimiter = line.chars().allMatch(c -> "|-: \t>".indexOf(c) >= 0);
    return delimiter && line.indexOf('-') >= 0
        ? 1 + (int) line.chars().filter(c -> c == '|').count()
        : 0;
  }
}

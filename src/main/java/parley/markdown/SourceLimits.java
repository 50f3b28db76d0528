package parley.markdown;

/** Refuses the few sources that would cost the parser far more than their length lets expect. */
final class SourceLimits {

  /**
   * How many lines may follow each other without an empty one. At every line of a paragraph the
   * parser copies the list of those before it: 10,000 take it a tenth of a second, 25,000 a whole.
   */
  static final int MAX_LINES = 10_000;

  /**
   * How many cells the tables of a text may have together. Every row is filled up to the width of
   * its table, so that three chars can make a row of hundreds of cells.
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

  /** How wide a table may be whose heading ends with this line; 0 if none ends so. */
  private static int columnsBelow(String line) {
    boolean delimiter = line.chars().allMatch(c -> "|-: \t>".indexOf(c) >= 0);
    return delimiter && line.indexOf('-') >= 0
        ? 1 + (int) line.chars().filter(c -> c == '|').count()
        : 0;
  }
}

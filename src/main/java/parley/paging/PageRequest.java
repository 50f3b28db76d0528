package parley.paging;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param size items a page, 1 to 100
 */
public record PageRequest(long page, int size) {

  /** How many items stand before the page; {@link Long#MAX_VALUE} where that overflows. */
  public long offset() {
    try {
      return Math.multiplyExact(page - 1, size);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}

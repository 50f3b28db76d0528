package parley.paging;

/**
 * The requested page of a list.
 *
 * @param page from 1
 * @param size items on a page, 1 to 100
 */
public record PageRequest(long page, int size) {

  /** The number of items before the page; {@link Long#MAX_VALUE} on overflow. */
  public long offset() {
    try {
      return Math.multiplyExact(page - 1, size);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}

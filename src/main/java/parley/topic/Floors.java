package parley.topic;

import java.util.List;
import parley.paging.PageRequest;

/**
 * Where replies stand in a topic some of whose floors are empty. Pages count the replies that are
 * there, floors are never given twice; knowing the empty ones, each is found from the other without
 * reading what lies before it.
 *
 * @param deleted the empty floors, ascending
 */
record Floors(List<Long> deleted) {

  static final Floors NONE_DELETED = new Floors(List.of());

  /** The floor of the n-th reply that is there, n from 1. */
  long ofOrdinal(long n) {
    var floor = n;
    for (var empty : deleted) {
      if (empty > floor) {
        break;
      }
      floor++;
    }
    return floor;
  }

  /**
   * The page that shows a floor: an empty one is where the next reply is, and one beyond the last
   * where the last is.
   *
   * @param total how many replies are there
   */
  PageRequest pageOf(long floor, long total, int pageSize) {
    var before = deleted.stream().filter(empty -> empty < floor).count();
    var ordinal = Math.max(1, Math.min(floor - before, total));
    return new PageRequest(1 + (ordinal - 1) / pageSize, pageSize);
  }
}

package parley.topic;

import java.util.List;

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

  /** How many replies are there up to and with this floor, or one more where it is empty itself. */
  long ordinalOf(long floor) {
    var before = deleted.stream().filter(empty -> empty < floor).count();
    return Math.max(1, floor - before);
  }
}

package parley.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.journal.JournalRepository.Row;

/**
 * Ids are given when a row is about to be inserted, and rows may appear in another order. A locking
 * read waits for rows that are there and not committed; an id that is missing belongs to a
 * transaction that was rolled back, or to one that is about to insert its row. Only the latter
 * moment is short, so a gap is believed in when it has been seen for some time.
 */
final class Gaps {

  private final Duration wait;
  private Map<Long, Long> seenAt = Map.of();

  Gaps(Duration wait) {
    this.wait = wait;
  }

  /**
   * The rows that nothing can come before any more.
   *
   * @param position the last id that was read
   * @param rows ascending, after the position
   * @param nanos the time of a monotonic clock at which the rows were read
   */
  List<Row> settled(long position, List<Row> rows, long nanos) {
    var seen = new HashMap<Long, Long>();
    var settled = new ArrayList<Row>();
    var before = position;
    var open = false;
    for (var row : rows) {
      if (row.id() > before + 1) {
        var since = seenAt.getOrDefault(before, nanos);
        seen.put(before, since);
        open = open || nanos - since < wait.toNanos();
      }
      if (!open) {
        settled.add(row);
      }
      before = row.id();
    }
    seenAt = seen;
    return settled;
  }
}

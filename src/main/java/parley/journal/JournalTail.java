package parley.journal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.store.Database;

/**
 * Reads the journal for something that each process keeps for itself, such as files on its own
 * disk, and that stores its position there. It locks nothing, claims no cursor and keeps no entry
 * from being pruned: what comes back after a long time has to find out by {@link #mark} whether its
 * position is still there.
 *
 * <p>Entries come when their transactions commit, which is not always in the order of their ids.
 * The caller must be able to apply them in any order and more than once, for example by reading the
 * rows that they name. Not thread-safe: call {@link #next} again only after its future has
 * completed.
 */
public final class JournalTail {

  /** Gaps that are looked into at once; more wait until the first ones are filled or closed. */
  private static final int GAPS = 100;

  /** An entry. */
  public record Line(long id, String type, long subject, JsonObject data) {}

  /** Ids that were missing when a higher one was there. */
  record Gap(long from, long to, long sinceNanos) {}

  private final Database database;
  private final JournalRepository journal = new JournalRepository();
  private final Duration wait;
  private List<Gap> gaps = new ArrayList<>();
  private long seen;

  /**
   * @param position after which it begins
   * @param wait how long a missing id may still appear: longer than any transaction lasts
   */
  public JournalTail(Database database, long position, Duration wait) {
    this.database = database;
    this.seen = position;
    this.wait = wait;
  }

  /**
   * Entries that this has not given yet, by their ids; empty where there are none at the moment.
   */
  public Future<List<Line>> next(int limit) {
    var looked = gaps.subList(0, Math.min(gaps.size(), GAPS));
    return journal
        .lines(database.client(), seen, looked, limit)
        .map(lines -> took(lines, System.nanoTime()));
  }

  private List<Line> took(List<Line> lines, long nanos) {
    var open = new ArrayList<Gap>();
    for (var gap : gaps) {
      if (nanos - gap.sinceNanos() < wait.toNanos()) {
        open.addAll(without(gap, lines));
      }
    }
    for (var line : lines) {
      if (line.id() > seen) {
        if (line.id() > seen + 1) {
          open.add(new Gap(seen + 1, line.id() - 1, nanos));
        }
        seen = line.id();
      }
    }
    gaps = open;
    return lines;
  }

  /** What is left of a gap. */
  private static List<Gap> without(Gap gap, List<Line> lines) {
    var left = new ArrayList<Gap>();
    var from = gap.from();
    for (var line : lines) {
      if (line.id() >= from && line.id() <= gap.to()) {
        if (line.id() > from) {
          left.add(new Gap(from, line.id() - 1, gap.sinceNanos()));
        }
        from = line.id() + 1;
      }
    }
    if (from <= gap.to()) {
      left.add(new Gap(from, gap.to(), gap.sinceNanos()));
    }
    return left;
  }

  /** Every entry up to this id was given: a later reader may begin here. */
  public long settled() {
    return gaps.isEmpty() ? seen : gaps.get(0).from() - 1;
  }

  /**
   * Tells an entry from one that has the same id in another database, or in this one after a
   * restore. Empty where there is no entry with this id.
   */
  public static Future<Optional<String>> mark(Database database, long id) {
    return new JournalRepository().mark(database.client(), id);
  }

  /** The newest entry that was written before this time; 0 where there is none. */
  public static Future<Long> newestBefore(Database database, Instant time) {
    return new JournalRepository().newestBefore(database.client(), time);
  }
}

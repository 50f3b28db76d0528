package parley.journal;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.Channel;
import parley.feature.Point;

/**
 * Tells of changes so that no reader misses one: an entry is written in the transaction of its
 * change, and both are there or neither is. Events on the bus may be lost, entries may not.
 */
public final class Journal {

  /** The readers of the journal, each with its own cursor. */
  public static final Point<Reader> READERS = new Point<>("Journal.READERS");

  /** The event that new entries were written. */
  public record Grown() {}

  public static final Channel<Grown> GROWN = new Channel<>("parley.journal.grown", Grown.class);

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final EventBus bus;
  private final Clock clock;
  private final JournalRepository journal = new JournalRepository();

  public Journal(EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** Writes an entry, in the transaction of the change. */
  public <T extends Record> Future<Void> add(
      SqlClient tx, EntryType<T> type, long subject, T data) {
    return journal.add(tx, type.name(), subject, JsonObject.mapFrom(data), clock.instant());
  }

  /**
   * Writes an entry about each row that this transaction's last statement has inserted, in their
   * order, without waiting for their ids: sent together with the insertion.
   */
  public <T extends Record> Future<Void> addOfLastInserted(
      SqlClient tx, EntryType<T> type, List<T> data) {
    var rows = data.stream().map(JsonObject::mapFrom).toList();
    return journal.addOfLastInserted(tx, type.name(), rows, clock.instant());
  }

  /** Wakes the readers, after the commit. They find by themselves what a lost wake-up missed. */
  public void wake() {
    try {
      GROWN.publish(bus, new Grown());
    } catch (RuntimeException e) {
      log.warn("The journal's readers were not woken", e);
    }
  }
}

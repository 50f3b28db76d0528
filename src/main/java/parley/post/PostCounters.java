package parley.post;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.journal.Entry;
import parley.journal.Reader;

/**
 * Counts the topics and replies of boards and members, and the topics of each day, from the
 * journal: many posts by one transaction, a moment after they were written.
 */
public final class PostCounters {

  /** The reader's name. */
  public static final String NAME = "post.counters";

  private final EventBus bus;
  private final CounterRepository counters = new CounterRepository();

  public PostCounters(EventBus bus) {
    this.bus = bus;
  }

  public Reader reader() {
    return Reader.of(
            NAME,
            List.of(
                PostEntries.TOPIC_WRITTEN,
                PostEntries.REPLY_WRITTEN,
                PostEntries.TOPIC_EDITED,
                PostEntries.TOPIC_REMOVED,
                PostEntries.REPLY_REMOVED,
                PostEntries.TOPIC_RESTORED,
                PostEntries.REPLY_RESTORED),
            this::count)
        .then(this::announce);
  }

  /** Boards before members: an opened topic's row locks what it refers to in this order. */
  private Future<Void> count(SqlClient tx, List<Entry<?>> entries) {
    var deltas = Deltas.of(entries);
    return counters
        .countBoards(tx, deltas.boards())
        .compose(counted -> counters.countMembers(tx, deltas.members()))
        .compose(counted -> counters.countDays(tx, deltas.days()));
  }

  private void announce(List<Entry<?>> entries) {
    var deltas = Deltas.of(entries);
    var topics = deltas.boards().values().stream().anyMatch(change -> change.topics() != 0);
    CountersChanged.CHANNEL.publish(
        bus, new CountersChanged(topics, List.copyOf(deltas.members().keySet())));
  }
}

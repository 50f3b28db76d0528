package parley.following;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.following.FanOutRepository.FanOut;
import parley.notification.Notice;
import parley.notification.NotificationService;
import parley.store.Database;

/**
 * Notifies the followers of a topic or board about a new post, in batches and after the request
 * that wrote it. Each batch is one transaction, which also stores its position: a process that is
 * killed between two batches neither skips nor repeats a follower.
 */
final class FanOuts {

  private static final int BATCH = 500;

  /** The members who were notified in a batch, and whether there may be more. */
  private record Batch(List<Long> told, boolean more) {
    static final Batch NONE = new Batch(List.of(), false);
  }

  private final Database database;
  private final NotificationService notifications;
  private final WatchRepository watches = new WatchRepository();
  private final FanOutRepository fanOuts = new FanOutRepository();

  FanOuts(Database database, NotificationService notifications) {
    this.database = database;
    this.notifications = notifications;
  }

  /** Notifies all remaining followers. */
  Future<Void> run() {
    return database
        .transaction(this::batch)
        .compose(
            batch -> {
              if (!batch.told().isEmpty()) {
                notifications.announce(batch.told());
              }
              return batch.more() ? run() : Future.succeededFuture();
            });
  }

  private Future<Batch> batch(SqlClient tx) {
    return fanOuts
        .next(tx)
        .compose(
            found -> found.isEmpty() ? Future.succeededFuture(Batch.NONE) : batch(tx, found.get()));
  }

  private Future<Batch> batch(SqlClient tx, FanOut post) {
    return watches
        .watchers(tx, post.target(), post.after(), BATCH)
        .compose(
            watchers ->
                others(tx, post, watchers)
                    .compose(others -> notifications.tell(tx, others, notice(post)).map(others))
                    .compose(others -> move(tx, post, watchers).map(new Batch(others, true))));
  }

  private Future<Void> move(SqlClient tx, FanOut post, List<Long> watchers) {
    return watchers.size() < BATCH
        ? fanOuts.done(tx, post)
        : fanOuts.move(tx, post, watchers.get(watchers.size() - 1));
  }

  /** Those who have not been told otherwise, and have not muted the topic. */
  private Future<List<Long>> others(SqlClient tx, FanOut post, List<Long> watchers) {
    var replyId = post.replyId() == null ? 0 : post.replyId();
    return watches
        .mentioned(tx, post.topicId(), replyId)
        .compose(
            mentioned ->
                watches
                    .muting(tx, Target.topic(post.topicId()), watchers)
                    .map(
                        muting -> {
                          Set<Long> told = new HashSet<>(mentioned);
                          told.addAll(muting);
                          told.add(post.authorId());
                          if (post.replyId() != null) {
                            told.add(post.topicAuthorId()); // as "reply"
                          }
                          return watchers.stream().filter(id -> !told.contains(id)).toList();
                        }));
  }

  private static Notice notice(FanOut post) {
    return new Notice(
        Watching.WATCHED,
        post.topicId(),
        post.replyId(),
        post.floor(),
        Notice.ofTopic(post.topicId()),
        post.authorId(),
        post.at());
  }
}

package parley.post;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.journal.Journal;
import parley.post.ReplyWriter.Outcome;
import parley.store.Database;
import parley.store.StoreFailures;

/**
 * Writes each group of replies in a transaction, and tells who waits for them. What one of them
 * causes does not reach the others: those whose topic somebody else holds are written by topic, and
 * a group that fails is written again one by one.
 */
final class ReplyGroups {

  private final Database database;
  private final Journal journal;
  private final WritingParts parts;
  private final ReplyWriter writer;

  ReplyGroups(Database database, Journal journal, WritingParts parts, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.parts = parts;
    this.writer = new ReplyWriter(journal, parts, clock);
  }

  /** Completes when the group's transaction has ended; what is written again may still go on. */
  Future<Void> write(List<WaitingReply> group) {
    var drafts = group.stream().map(WaitingReply::draft).toList();
    var beforeCommit = new AtomicBoolean();
    return database
        .transaction(tx -> write(tx, drafts, beforeCommit))
        .onSuccess(outcomes -> committed(group, outcomes))
        .onFailure(failure -> failed(group, failure, beforeCommit.get()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** May run several times. */
  private Future<List<Outcome>> write(
      SqlClient tx, List<Draft> drafts, AtomicBoolean beforeCommit) {
    beforeCommit.set(true);
    return writer.write(tx, drafts).onSuccess(outcomes -> beforeCommit.set(false));
  }

  private void committed(List<WaitingReply> group, List<Outcome> outcomes) {
    var replies = new IdentityHashMap<Draft, WaitingReply>();
    group.forEach(reply -> replies.put(reply.draft(), reply));
    if (outcomes.stream().anyMatch(outcome -> outcome.written() != null)) {
      journal.wake();
    }
    var left = new ArrayList<WaitingReply>();
    for (var outcome : outcomes) {
      var reply = Objects.requireNonNull(replies.get(outcome.draft()));
      if (outcome.written() != null) {
        parts.committed(outcome.draft(), outcome.written());
        reply.succeed(outcome.written());
      } else if (outcome.refusal() != null) {
        reply.fail(outcome.refusal());
      } else {
        left.add(reply);
      }
    }
    byTopic(left).values().forEach(this::write);
  }

  private static Map<Long, List<WaitingReply>> byTopic(List<WaitingReply> replies) {
    return replies.stream().collect(groupingBy(reply -> reply.draft().topicId()));
  }

  /**
   * Whether a group was committed is unknown where the connection is lost, and not tried again:
   * those who wait send their replies again under their keys. A statement that the server has
   * refused says that nothing was written.
   */
  private void failed(List<WaitingReply> group, Throwable failure, boolean beforeCommit) {
    var again = StoreFailures.isRefusal(failure) || !StoreFailures.isUnavailable(failure);
    if (group.size() > 1 && beforeCommit && again) {
      group.forEach(reply -> write(List.of(reply)));
    } else {
      group.forEach(reply -> reply.fail(failure));
    }
  }
}

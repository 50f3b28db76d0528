package parley.post;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.store.Database;
import parley.store.MysqlLimits;

/**
 * Writes replies: at once and alone while few are written, and together while many are. A reply
 * that comes while as many transactions as allowed are under way waits for one of them to end; the
 * next transaction takes all that wait, up to a limit. Safe to use from any thread.
 */
public final class ReplyQueue {

  /** More of them would take fewer replies each, and wait for the same processors. */
  private static final int TRANSACTIONS = 2;

  private static final int GROUP = 16;

  /** Characters of text in a group, far below what servers accept in one statement. */
  private static final int GROUP_TEXT = 256 * 1024;

  /** A transaction that takes longer, for a lock or on a dead connection, holds up no other. */
  private static final long SLOW_MS = 200;

  private final Vertx vertx;
  private final MysqlLimits limits;
  private final ReplyGroups groups;

  /** Everything below belongs to this context. */
  private final Context context;

  private final ArrayDeque<WaitingReply> queue = new ArrayDeque<>();
  private int running;

  /**
   * @param parts of {@link Posts#WRITING}
   */
  public ReplyQueue(
      Vertx vertx,
      Database database,
      Journal journal,
      Supplier<List<WritingPart>> parts,
      Clock clock) {
    this.vertx = vertx;
    this.limits = database.limits();
    this.groups = new ReplyGroups(database, journal, new WritingParts(parts), clock);
    this.context = vertx.getOrCreateContext();
  }

  /**
   * Writes a reply. Fails with NOT_FOUND where there is no such topic, as a duplicate where its
   * author has written under its key already, as a {@link WritingPart} refuses it, with BUSY where
   * too many wait, and as a store that is unavailable where it waits too long.
   */
  public Future<Written> write(Draft draft) {
    var reply = new WaitingReply(draft, vertx.getOrCreateContext());
    context.runOnContext(called -> add(reply));
    return reply.written();
  }

  private void add(WaitingReply reply) {
    if (queue.size() >= limits.queue()) {
      reply.fail(ForumException.busy());
      return;
    }
    queue.add(reply);
    startAll();
    if (queue.contains(reply)) {
      var wait = TimeUnit.SECONDS.toMillis(limits.waitSeconds());
      reply.setTimer(vertx.setTimer(wait, late -> tooLate(reply)));
    }
  }

  private void tooLate(WaitingReply reply) {
    if (queue.remove(reply)) {
      reply.fail(new TimeoutException("A reply has waited too long for a transaction"));
    }
  }

  private void startAll() {
    while (running < TRANSACTIONS && !queue.isEmpty()) {
      start(nextGroup());
    }
  }

  /** Each author once: a request that is repeated does not meet itself. */
  private List<WaitingReply> nextGroup() {
    var group = new ArrayList<WaitingReply>();
    var authors = new HashSet<Long>();
    var text = 0;
    for (var waiting = queue.iterator(); waiting.hasNext() && group.size() < GROUP; ) {
      var reply = waiting.next();
      var fits = group.isEmpty() || text + reply.length() <= GROUP_TEXT;
      if (fits && authors.add(reply.draft().author().id())) {
        waiting.remove();
        text += reply.length();
        group.add(reply);
      }
    }
    return group;
  }

  private void start(List<WaitingReply> group) {
    running++;
    group.forEach(reply -> reply.timer().ifPresent(vertx::cancelTimer));
    var ended = new AtomicBoolean();
    var slow = vertx.setTimer(SLOW_MS, late -> ended(ended));
    groups
        .write(group)
        .onComplete(
            written ->
                context.runOnContext(
                    done -> {
                      vertx.cancelTimer(slow);
                      ended(ended);
                    }));
  }

  private void ended(AtomicBoolean before) {
    if (before.compareAndSet(false, true)) {
      running--;
      startAll();
    }
  }
}

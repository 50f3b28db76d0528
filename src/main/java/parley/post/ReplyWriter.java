package parley.post;

import static parley.post.PostEntries.day;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.post.PostEntries.ReplyWritten;
import parley.post.RepliesRepository.Bump;
import parley.post.RepliesRepository.Locked;
import parley.post.RepliesRepository.Planned;

/**
 * Writes a group of replies in one transaction. It holds the locks of their topics and of nothing
 * that another topic's writers need: the counters of boards and members follow from the journal.
 */
final class ReplyWriter {

  /**
   * What became of a reply. Where it is neither written nor refused, the group could not lock its
   * topic.
   */
  record Outcome(Draft draft, @Nullable Written written, @Nullable Throwable refusal) {}

  /** One try of a transaction, which may run again. */
  private static final class Group {
    final Map<Long, Locked> locked;
    final Map<Long, PostedTopic> topics = new HashMap<>();
    final List<Planned> planned = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();

    Group(Map<Long, Locked> locked) {
      this.locked = locked;
      locked.forEach((id, lock) -> topics.put(id, lock.topic()));
    }
  }

  private final Journal journal;
  private final WritingParts parts;
  private final Clock clock;
  private final RepliesRepository replies = new RepliesRepository();

  ReplyWriter(Journal journal, WritingParts parts, Clock clock) {
    this.journal = journal;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Gives an outcome for each draft. Fails where any of them cannot be written for another reason
   * than that a {@link WritingPart} refuses it; the transaction must then be rolled back.
   */
  Future<List<Outcome>> write(SqlClient tx, List<Draft> drafts) {
    var now = clock.instant();
    var topicIds = new TreeSet<Long>();
    drafts.forEach(draft -> topicIds.add(draft.topicId()));
    return replies
        .lock(tx, topicIds)
        .map(Group::new)
        .compose(group -> plan(tx, group, drafts, topicIds.size() == 1, now))
        .compose(
            group -> group.planned.isEmpty() ? Future.succeededFuture(group) : add(tx, group, now))
        .map(group -> group.outcomes);
  }

  /**
   * By their authors, whose rows are locked in this order, as the counters do. Each draft is
   * decided on when those before it have their floors.
   */
  private Future<Group> plan(
      SqlClient tx, Group group, List<Draft> drafts, boolean waited, Instant now) {
    var ordered = drafts.stream().sorted(Comparator.comparing(draft -> draft.author().id()));
    var planned = Future.<Void>succeededFuture();
    for (var draft : ordered.toList()) {
      planned = planned.compose(before -> plan(tx, group, draft, waited, now));
    }
    return planned.map(group);
  }

  private Future<Void> plan(SqlClient tx, Group group, Draft draft, boolean waited, Instant now) {
    var topic = group.topics.get(draft.topicId());
    if (topic == null) {
      var refusal = waited ? ForumException.notFound("topic") : null;
      group.outcomes.add(new Outcome(draft, null, refusal));
      return Future.succeededFuture();
    }
    return parts
        .decide(tx, draft, topic)
        .transform(
            (state, failure) -> {
              if (failure == null) {
                var after = topic.replied(state, now);
                group.planned.add(new Planned(draft, state, topic, after));
                group.topics.put(topic.id(), after);
              } else if (isRefusal(failure)) {
                group.outcomes.add(new Outcome(draft, null, failure));
              } else {
                return Future.failedFuture(failure);
              }
              return Future.succeededFuture();
            });
  }

  /** What is no refusal may have ended the transaction, as a deadlock does. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof ForumException refusal && refusal.kind() != Kind.UNAVAILABLE;
  }

  /**
   * The statements are sent together: the topics' locks are held for one way less. Boards come
   * before members, as for the counters: a topic's new activity locks what its board's index refers
   * to.
   */
  private Future<Group> add(SqlClient tx, Group group, Instant now) {
    var planned = group.planned;
    var step = Objects.requireNonNull(group.locked.get(planned.get(0).after().id())).step();
    var sent = new ArrayList<Future<?>>();
    bumps(planned).forEach(bump -> sent.add(replies.replied(tx, bump, now)));
    var added = replies.add(tx, planned, step, now);
    sent.add(added);
    var entries = planned.stream().map(ReplyWriter::entry).toList();
    sent.add(journal.addOfLastInserted(tx, PostEntries.REPLY_WRITTEN, entries));
    return Future.all(sent).compose(done -> tellParts(tx, group, added.result(), now));
  }

  private static ReplyWritten entry(Planned reply) {
    return new ReplyWritten(
        reply.after().id(),
        reply.floor(),
        reply.after().boardId(),
        reply.draft().author().id(),
        reply.state().code(),
        day(reply.before().activeAt()),
        day(reply.after().activeAt()));
  }

  /** By their boards, which are locked in this order. */
  private static List<Bump> bumps(List<Planned> planned) {
    var bumps = new HashMap<Long, Bump>();
    for (var reply : planned) {
      var shown = reply.state() == PostState.SHOWN;
      var before = bumps.getOrDefault(reply.after().id(), new Bump(reply.before(), 0, 0));
      bumps.put(
          reply.after().id(),
          new Bump(
              reply.after(),
              before.shown() + (shown ? 1 : 0),
              shown ? reply.draft().author().id() : before.authorId()));
    }
    return bumps.values().stream()
        .sorted(Comparator.comparing(bump -> bump.after().boardId()))
        .toList();
  }

  private Future<Group> tellParts(SqlClient tx, Group group, List<Long> ids, Instant now) {
    var told = Future.<Void>succeededFuture();
    for (var place = 0; place < ids.size(); place++) {
      var reply = group.planned.get(place);
      var written = new Written(reply.after(), ids.get(place), reply.floor(), reply.state(), now);
      group.outcomes.add(new Outcome(reply.draft(), written, null));
      told = told.compose(done -> parts.written(tx, reply.draft(), written));
    }
    return told.map(group);
  }
}

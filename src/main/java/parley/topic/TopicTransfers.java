package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import parley.journal.Journal;
import parley.post.MovingPart;
import parley.post.PostEntries;
import parley.post.PostEntries.ReplyRestored;
import parley.post.PostEntries.TopicEdited;
import parley.post.PostRef;
import parley.post.PostState;
import parley.topic.TopicEvent.Type;
import parley.topic.TransferRepository.MentionPlace;
import parley.topic.TransferRepository.Merge;

/**
 * Moves topics to another board and into another topic, in transactions of a caller who decides who
 * may. Floors are never given twice: what is moved gets new ones, and the former place leads on.
 */
public final class TopicTransfers {

  /** Replies that are moved in one transaction. */
  static final int PART = 200;

  private final Journal journal;
  private final TopicEvents events;
  private final PostStates states;
  private final Supplier<List<MovingPart>> parts;
  private final Clock clock;
  private final TransferRepository rows = new TransferRepository();
  private final PostStateRepository posts = new PostStateRepository();

  TopicTransfers(
      Journal journal,
      TopicEvents events,
      PostStates states,
      Supplier<List<MovingPart>> parts,
      Clock clock) {
    this.journal = journal;
    this.events = events;
    this.states = states;
    this.parts = parts;
    this.clock = clock;
  }

  /** Puts a topic into another board. */
  public Future<Void> move(SqlClient tx, ModeratedPost topic, long boardId, long by) {
    var entry =
        new TopicEdited(
            topic.boardId(),
            boardId,
            topic.authorId(),
            by,
            topic.replyCount(),
            PostEntries.day(topic.activeAt()));
    return rows.move(tx, topic.topicId(), boardId)
        .compose(
            moved ->
                topic.isShown()
                    ? journal.add(tx, PostEntries.TOPIC_EDITED, topic.topicId(), entry)
                    : Future.succeededFuture());
  }

  public void moveCommitted(ModeratedPost topic, long boardId) {
    journal.wake();
    if (topic.isShown()) {
      events.about(Type.TOPIC_CHANGED, topic.topicId(), boardId, topic.authorId());
    }
  }

  /** Whether a topic was merged into another one, or is part of a merge that is not done. */
  public Future<Boolean> isMerging(SqlClient tx, long topicId) {
    return rows.isMerging(tx, topicId);
  }

  /**
   * Makes a topic's own text the next reply of another one. The replies follow by {@link
   * #mergeSome}; until then nobody sees them. Both topics are shown and locked.
   */
  public Future<Void> beginMerge(SqlClient tx, ModeratedPost from, ModeratedPost into, long by) {
    return rows.beginMerge(tx, from.topicId(), into.topicId(), by, clock.instant())
        .compose(begun -> states.set(tx, from, PostState.REMOVED, by))
        .compose(removed -> rows.lastFloor(tx, into.topicId()))
        .compose(last -> addOpening(tx, from, into, last + 1, by));
  }

  private Future<Void> addOpening(
      SqlClient tx, ModeratedPost from, ModeratedPost into, long floor, long by) {
    return rows.openingAsReply(tx, from.topicId(), into.topicId(), floor)
        .compose(
            id ->
                rows.setLastFloor(tx, into.topicId(), floor)
                    .compose(set -> rows.keep(tx, from.topicId(), 0, id, null))
                    .compose(
                        kept ->
                            rows.rename(
                                tx,
                                new MentionPlace(from.topicId(), 0),
                                new MentionPlace(into.topicId(), id)))
                    .compose(done -> renamed(tx, PostRef.topic(from.topicId()), PostRef.reply(id)))
                    .compose(
                        done ->
                            count(
                                tx,
                                into,
                                List.of(new MovedReply(id, floor, from.authorId(), true)),
                                floor,
                                by)));
  }

  private Future<Void> renamed(SqlClient tx, PostRef before, PostRef now) {
    var done = Future.<Void>succeededFuture();
    for (var part : parts.get()) {
      done = done.compose(next -> part.renamed(tx, before, now));
    }
    return done;
  }

  /** Counts replies that have come into a topic, of which only those that are shown count. */
  private Future<Void> count(
      SqlClient tx, ModeratedPost into, List<MovedReply> replies, long firstFloor, long by) {
    var shown = (int) replies.stream().filter(MovedReply::isShown).count();
    return posts
        .count(tx, into.topicId(), shown)
        .compose(
            activeAt ->
                into.topicState() == PostState.SHOWN
                    ? noteArrivals(tx, into, replies, firstFloor, by, activeAt)
                    : Future.succeededFuture());
  }

  private Future<Void> noteArrivals(
      SqlClient tx,
      ModeratedPost into,
      List<MovedReply> replies,
      long firstFloor,
      long by,
      Instant activeAt) {
    var noted = Future.<Void>succeededFuture();
    var dayBefore = PostEntries.day(into.activeAt());
    var day = PostEntries.day(activeAt);
    for (var at = 0; at < replies.size(); at++) {
      var reply = replies.get(at);
      if (reply.isShown()) {
        var entry =
            new ReplyRestored(
                into.topicId(),
                firstFloor + at,
                into.boardId(),
                reply.authorId(),
                by,
                dayBefore,
                day);
        noted =
            noted.compose(done -> journal.add(tx, PostEntries.REPLY_RESTORED, reply.id(), entry));
        dayBefore = day; // the first one moves the topic's day
      }
    }
    return noted;
  }

  /** A part of a merge. False where nothing was left to do. */
  public Future<Boolean> mergeSome(SqlClient tx) {
    return rows.nextMerge(tx)
        .compose(
            merge ->
                merge.isEmpty()
                    ? Future.succeededFuture(false)
                    : locked(tx, merge.get())
                        .compose(topics -> mergeSome(tx, topics))
                        .map(done -> true));
  }

  private record Both(ModeratedPost from, ModeratedPost into) {}

  /** In the order of their ids, as everybody who locks two. */
  private Future<Both> locked(SqlClient tx, Merge merge) {
    return lockBoth(tx, merge.topicId(), merge.intoId())
        .map(
            both ->
                new Both(
                    Objects.requireNonNull(both.get(merge.topicId())),
                    Objects.requireNonNull(both.get(merge.intoId()))));
  }

  /** Locks two topics, in whatever state; by their ids. Those that do not exist are left out. */
  public Future<Map<Long, ModeratedPost>> lockBoth(SqlClient tx, long one, long other) {
    var found = new HashMap<Long, ModeratedPost>();
    return posts
        .lock(tx, PostRef.topic(Math.min(one, other)))
        .compose(
            first -> {
              first.ifPresent(topic -> found.put(topic.topicId(), topic));
              return posts.lock(tx, PostRef.topic(Math.max(one, other)));
            })
        .map(
            second -> {
              second.ifPresent(topic -> found.put(topic.topicId(), topic));
              return found;
            });
  }

  private Future<Void> mergeSome(SqlClient tx, Both topics) {
    var from = topics.from().topicId();
    var into = topics.into();
    return rows.some(tx, from, PART)
        .compose(
            replies ->
                replies.isEmpty()
                    ? end(tx, from, into.topicId())
                    : rows.lastFloor(tx, into.topicId())
                        .compose(last -> moveSome(tx, topics, replies, last + 1)));
  }

  private Future<Void> moveSome(
      SqlClient tx, Both topics, List<MovedReply> replies, long firstFloor) {
    var from = topics.from().topicId();
    var into = topics.into();
    var shown = (int) replies.stream().filter(MovedReply::isShown).count();
    return rows.place(tx, replies, from, into.topicId(), firstFloor)
        .compose(placed -> rows.setLastFloor(tx, into.topicId(), firstFloor + replies.size() - 1))
        .compose(set -> posts.count(tx, from, -shown))
        .compose(counted -> count(tx, into, replies, firstFloor, 0));
  }

  private Future<Void> end(SqlClient tx, long from, long into) {
    var done = rows.endMerge(tx, from, clock.instant());
    for (var part : parts.get()) {
      done = done.compose(next -> part.merged(tx, from, into));
    }
    return done;
  }

  /** Announces that replies have come into a topic or left it. */
  public void changed(ModeratedPost topic) {
    journal.wake();
    if (topic.topicState() == PostState.SHOWN) {
      events.about(Type.STATE_CHANGED, topic.topicId(), topic.boardId(), topic.authorId());
    }
  }

  /** Whether a merge waits for its next part. */
  public Future<Optional<Long>> waiting(SqlClient client) {
    return rows.nextMerge(client).map(found -> found.map(Merge::intoId));
  }
}

package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.post.PostEntries;
import parley.post.PostEntries.ReplyRemoved;
import parley.post.PostEntries.ReplyRestored;
import parley.post.PostEntries.TopicRemoved;
import parley.post.PostEntries.TopicRestored;
import parley.post.PostRef;
import parley.post.PostState;
import parley.topic.TopicEvent.Type;

/**
 * Changes whether posts are shown, and how topics stand, in the transaction of a caller who decides
 * who may. A topic's counters are exact; those of boards and members follow from the journal.
 */
public final class PostStates {

  private final Journal journal;
  private final TopicEvents events;
  private final Clock clock;
  private final PostStateRepository posts = new PostStateRepository();
  private final PinnedRepository pins = new PinnedRepository();

  PostStates(Journal journal, TopicEvents events, Clock clock) {
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** A post in any state, which nobody else changes until the transaction ends. */
  public Future<Optional<ModeratedPost>> lock(SqlClient tx, PostRef post) {
    return posts.lock(tx, post);
  }

  /**
   * Gives a post another state. {@link #committed} comes after the commit.
   *
   * @param by null for the forum itself
   */
  public Future<Void> set(SqlClient tx, ModeratedPost post, PostState state, @Nullable Long by) {
    if (post.state() == state) {
      return Future.succeededFuture();
    }
    return posts
        .set(tx, post.ref(), state, by, clock.instant())
        .compose(set -> count(tx, post, state, by == null ? 0 : by));
  }

  private Future<Void> count(SqlClient tx, ModeratedPost post, PostState state, long by) {
    var was = post.state() == PostState.SHOWN;
    var is = state == PostState.SHOWN;
    if (was == is) {
      return Future.succeededFuture();
    }
    return post.isTopic() ? noteTopic(tx, post, is, by) : countReply(tx, post, is, by);
  }

  private Future<Void> noteTopic(SqlClient tx, ModeratedPost topic, boolean isShown, long by) {
    var id = topic.topicId();
    var day = PostEntries.day(topic.activeAt());
    return posts
        .countByAuthor(tx, id)
        .compose(
            counts ->
                isShown
                    ? journal.add(
                        tx,
                        PostEntries.TOPIC_RESTORED,
                        id,
                        new TopicRestored(
                            topic.boardId(), topic.authorId(), by, topic.replyCount(), day, counts))
                    : journal.add(
                        tx,
                        PostEntries.TOPIC_REMOVED,
                        id,
                        new TopicRemoved(
                            topic.boardId(),
                            topic.authorId(),
                            by,
                            topic.replyCount(),
                            day,
                            counts)));
  }

  /** What is in a topic that is not shown is counted by the topic alone. */
  private Future<Void> countReply(SqlClient tx, ModeratedPost reply, boolean isShown, long by) {
    return posts
        .count(tx, reply.topicId(), isShown ? 1 : -1)
        .compose(
            activeAt ->
                reply.topicState() == PostState.SHOWN
                    ? noteReply(tx, reply, isShown, by, activeAt)
                    : Future.succeededFuture());
  }

  private Future<Void> noteReply(
      SqlClient tx, ModeratedPost reply, boolean isShown, long by, Instant activeAt) {
    var dayBefore = PostEntries.day(reply.activeAt());
    var day = PostEntries.day(activeAt);
    var id = reply.ref().id();
    return isShown
        ? journal.add(
            tx,
            PostEntries.REPLY_RESTORED,
            id,
            new ReplyRestored(
                reply.topicId(),
                reply.floor(),
                reply.boardId(),
                reply.authorId(),
                by,
                dayBefore,
                day))
        : journal.add(
            tx,
            PostEntries.REPLY_REMOVED,
            id,
            new ReplyRemoved(
                reply.topicId(),
                reply.floor(),
                reply.boardId(),
                reply.authorId(),
                by,
                dayBefore,
                day));
  }

  /** Announces another state. */
  public void committed(ModeratedPost before, PostState state) {
    var was = before.state() == PostState.SHOWN;
    var is = state == PostState.SHOWN;
    if (was == is) {
      return;
    }
    journal.wake();
    if (before.isTopic()) {
      events.about(
          is ? Type.TOPIC_RESTORED : Type.TOPIC_DELETED,
          before.topicId(),
          before.boardId(),
          before.authorId());
    } else if (before.topicState() == PostState.SHOWN) {
      events.reply(
          is ? Type.REPLY_RESTORED : Type.REPLY_DELETED,
          before.topicId(),
          before.boardId(),
          before.authorId(),
          before.ref().id(),
          before.floor());
    }
  }

  /** Pins a topic. Fails with CONFLICT where too many are pinned in the same place. */
  public Future<Void> pin(SqlClient tx, ModeratedPost topic, Pinning pinning) {
    return pinning == Pinning.NO
        ? posts.pin(tx, topic.topicId(), pinning)
        : pins.others(tx, pinning, topic.boardId(), topic.topicId())
            .compose(
                others -> {
                  if (others >= PinnedRepository.MOST) {
                    throw ForumException.of(
                        ForumException.Kind.CONFLICT,
                        "At most " + PinnedRepository.MOST + " topics are pinned in one place.");
                  }
                  return posts.pin(tx, topic.topicId(), pinning);
                });
  }

  /** From now on only moderators may reply. */
  public Future<Void> lock(SqlClient tx, ModeratedPost topic, long by, @Nullable String reason) {
    return posts.lock(tx, topic.topicId(), by, reason, clock.instant());
  }

  public Future<Void> unlock(SqlClient tx, ModeratedPost topic) {
    return posts.unlock(tx, topic.topicId());
  }

  /** Announces that a topic was pinned or locked, or is no longer. */
  public void standingCommitted(ModeratedPost topic) {
    events.about(Type.STATE_CHANGED, topic.topicId(), topic.boardId(), topic.authorId());
  }
}

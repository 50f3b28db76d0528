package parley.post;

import static parley.post.PostEntries.day;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.post.PostEntries.ReplyWritten;
import parley.post.PostEntries.TopicWritten;
import parley.post.PostRepository.Keyed;

/**
 * Writes topics and replies. A reply holds the lock of its own topic and of nothing that another
 * topic's writers need: the counters of boards and members follow from the journal.
 */
public final class PostWriter {

  private static final Logger log = LoggerFactory.getLogger(PostWriter.class);

  private final Journal journal;
  private final Supplier<List<WritingPart>> parts;
  private final Clock clock;
  private final PostRepository posts = new PostRepository();

  /**
   * @param parts of {@link Posts#WRITING}
   */
  public PostWriter(Journal journal, Supplier<List<WritingPart>> parts, Clock clock) {
    this.journal = journal;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Writes a post in a transaction. Fails with NOT_FOUND where there is no such topic, as a
   * duplicate where its author has written under its key already, and as a {@link WritingPart}
   * refuses it.
   */
  public Future<Written> write(SqlClient tx, Draft draft) {
    var now = clock.instant();
    return (draft.isReply() ? writeReply(tx, draft, now) : writeTopic(tx, draft, now))
        .compose(written -> tellParts(tx, draft, written).map(written));
  }

  private Future<Written> writeTopic(SqlClient tx, Draft draft, Instant now) {
    return decide(tx, draft, null)
        .compose(
            state -> {
              var board = draft.newBoard().id();
              var author = draft.author().id();
              var added = posts.addTopic(tx, draft, state, now);
              var entry = new TopicWritten(board, author, state.code(), day(now));
              return Future.all(
                      added, journal.addOfLastInserted(tx, PostEntries.TOPIC_WRITTEN, entry))
                  .map(
                      done -> {
                        var id = added.result();
                        var topic =
                            new PostedTopic(id, board, author, draft.newTitle(), 0, 0, now, now);
                        return new Written(topic, id, 0, state, now);
                      });
            });
  }

  private Future<Written> writeReply(SqlClient tx, Draft draft, Instant now) {
    return posts
        .lockTopic(tx, draft.topicId())
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")))
        .compose(
            topic ->
                decide(tx, draft, topic)
                    .compose(state -> writeReply(tx, draft, topic, state, now)));
  }

  /** The three statements are sent together: the topic's lock is held for one way less. */
  private Future<Written> writeReply(
      SqlClient tx, Draft draft, PostedTopic topic, PostState state, Instant now) {
    var author = draft.author().id();
    var floor = topic.lastFloor() + 1;
    var after = state == PostState.SHOWN ? bumped(topic, floor, now) : unseen(topic, floor);
    var replied = posts.replied(tx, topic.id(), floor, author, state, now);
    var added = posts.addReply(tx, draft, floor, state, now);
    var entry =
        new ReplyWritten(
            topic.id(),
            floor,
            topic.boardId(),
            author,
            state.code(),
            day(topic.activeAt()),
            day(after.activeAt()));
    return Future.all(
            replied, added, journal.addOfLastInserted(tx, PostEntries.REPLY_WRITTEN, entry))
        .map(done -> new Written(after, added.result(), floor, state, now));
  }

  private static PostedTopic bumped(PostedTopic topic, long floor, Instant now) {
    return new PostedTopic(
        topic.id(),
        topic.boardId(),
        topic.authorId(),
        topic.title(),
        topic.replyCount() + 1,
        floor,
        topic.createdAt(),
        now);
  }

  private static PostedTopic unseen(PostedTopic topic, long floor) {
    return new PostedTopic(
        topic.id(),
        topic.boardId(),
        topic.authorId(),
        topic.title(),
        topic.replyCount(),
        floor,
        topic.createdAt(),
        topic.activeAt());
  }

  /** One that refuses ends it; one that holds back is enough. */
  private Future<PostState> decide(SqlClient tx, Draft draft, @Nullable PostedTopic topic) {
    var decided = Future.succeededFuture(PostState.SHOWN);
    for (var part : parts.get()) {
      decided =
          decided.compose(
              before ->
                  part.decide(tx, draft, topic)
                      .map(state -> before == PostState.SHOWN ? state : before));
    }
    return decided;
  }

  private Future<Void> tellParts(SqlClient tx, Draft draft, Written written) {
    var told = Future.<Void>succeededFuture();
    for (var part : parts.get()) {
      told = told.compose(done -> part.written(tx, draft, written));
    }
    return told;
  }

  /** After the commit. Nothing that fails here changes what was written. */
  public void committed(Draft draft, Written written) {
    journal.wake();
    for (var part : parts.get()) {
      try {
        part.committed(draft, written);
      } catch (RuntimeException e) {
        log.warn("A part of a written post failed after the commit", e);
      }
    }
  }

  /**
   * The id of the topic that an author has opened under a key; empty where there is none. Fails
   * with INVALID where something else was sent under it.
   */
  public Future<Optional<Long>> topicOf(SqlClient client, long authorId, RequestKey request) {
    return posts
        .findTopic(client, authorId, request.key())
        .map(found -> found.map(keyed -> same(keyed, request)));
  }

  /** As {@link #topicOf} of replies. */
  public Future<Optional<Long>> replyOf(SqlClient client, long authorId, RequestKey request) {
    return posts
        .findReply(client, authorId, request.key())
        .map(found -> found.map(keyed -> same(keyed, request)));
  }

  private static long same(Keyed keyed, RequestKey request) {
    if (!request.digest().equals(keyed.digest())) {
      throw ForumException.invalid(
          "Idempotency-Key", "reused", "This key was used for another request.");
    }
    return keyed.id();
  }
}

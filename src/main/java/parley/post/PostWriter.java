package parley.post;

import static parley.post.PostEntries.day;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.post.PostEntries.TopicWritten;
import parley.post.PostRepository.Keyed;

/**
 * Writes topics, and finds posts by the keys of their requests; {@link ReplyQueue} writes replies.
 * The counters of boards and members follow from the journal.
 */
public final class PostWriter {

  private final Journal journal;
  private final WritingParts parts;
  private final Clock clock;
  private final PostRepository posts = new PostRepository();

  /**
   * @param parts of {@link Posts#WRITING}
   */
  public PostWriter(Journal journal, Supplier<List<WritingPart>> parts, Clock clock) {
    this.journal = journal;
    this.parts = new WritingParts(parts);
    this.clock = clock;
  }

  /**
   * Opens a topic in a transaction. Fails as a duplicate where its author has opened one under its
   * key already, and as a {@link WritingPart} refuses it.
   */
  public Future<Written> open(SqlClient tx, Draft draft) {
    var now = clock.instant();
    return parts
        .decide(tx, draft, null)
        .compose(state -> open(tx, draft, state, now))
        .compose(written -> parts.written(tx, draft, written).map(written));
  }

  private Future<Written> open(SqlClient tx, Draft draft, PostState state, Instant now) {
    var board = draft.newBoard().id();
    var author = draft.author().id();
    var added = posts.addTopic(tx, draft, state, now);
    var entry = new TopicWritten(board, author, state.code(), day(now));
    return Future.all(
            added, journal.addOfLastInserted(tx, PostEntries.TOPIC_WRITTEN, List.of(entry)))
        .map(
            done -> {
              var id = added.result();
              var topic =
                  new PostedTopic(id, board, author, draft.newTitle(), 0, 0, now, now, false);
              return new Written(topic, id, 0, state, now);
            });
  }

  /** After the commit. Nothing that fails here changes what was written. */
  public void committed(Draft draft, Written written) {
    journal.wake();
    parts.committed(draft, written);
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

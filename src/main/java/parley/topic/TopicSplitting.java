package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.post.MovingPart;
import parley.post.PostEntries;
import parley.post.PostEntries.ReplyRemoved;
import parley.post.PostEntries.TopicRestored;
import parley.post.PostRef;
import parley.topic.TopicEvent.Type;
import parley.topic.TransferRepository.MentionPlace;

/** Makes a topic of replies, in a transaction of a caller who decides who may. */
public final class TopicSplitting {

  private final Journal journal;
  private final TopicEvents events;
  private final Supplier<List<MovingPart>> parts;
  private final TransferRepository rows = new TransferRepository();
  private final PostStateRepository posts = new PostStateRepository();

  TopicSplitting(Journal journal, TopicEvents events, Supplier<List<MovingPart>> parts) {
    this.journal = journal;
    this.events = events;
    this.parts = parts;
  }

  /** A topic that was made of replies. */
  public record Split(long topicId, long authorId) {}

  /**
   * Makes a topic of some of a topic's replies: the first one of them is its own text. Fails with
   * INVALID where one of them is not shown in the topic.
   */
  public Future<Split> split(
      SqlClient tx, ModeratedPost topic, List<Long> ids, String title, long boardId, long by) {
    return rows.these(tx, topic.topicId(), ids)
        .compose(
            replies -> {
              if (replies.size() != new HashSet<>(ids).size()) {
                throw ForumException.invalid(
                    "replyIds", "unknown", "Not all of these replies are in the topic.");
              }
              return make(tx, topic, replies, title, boardId, by);
            });
  }

  private Future<Split> make(
      SqlClient tx,
      ModeratedPost topic,
      List<MovedReply> replies,
      String title,
      long boardId,
      long by) {
    var opening = replies.get(0);
    var others = replies.subList(1, replies.size());
    return rows.replyAsTopic(tx, opening.id(), boardId, title)
        .compose(
            id ->
                becomeTopic(tx, topic, opening, id)
                    .compose(done -> rows.place(tx, others, topic.topicId(), id, 1))
                    .compose(placed -> rows.setLastFloor(tx, id, others.size()))
                    .compose(set -> posts.count(tx, id, others.size()))
                    .compose(
                        activeAt -> {
                          var entry = entry(boardId, opening, others, by, activeAt);
                          return journal.add(tx, PostEntries.TOPIC_RESTORED, id, entry);
                        })
                    .compose(noted -> posts.count(tx, topic.topicId(), -replies.size()))
                    .compose(activeAt -> noteDepartures(tx, topic, replies, by, activeAt))
                    .map(noted -> new Split(id, opening.authorId())));
  }

  private Future<Void> becomeTopic(
      SqlClient tx, ModeratedPost topic, MovedReply reply, long newTopic) {
    return rows.keep(tx, topic.topicId(), reply.floor(), null, newTopic)
        .compose(
            kept ->
                rows.rename(
                    tx,
                    new MentionPlace(topic.topicId(), reply.id()),
                    new MentionPlace(newTopic, 0)))
        .compose(done -> renamed(tx, PostRef.reply(reply.id()), PostRef.topic(newTopic)))
        .compose(done -> rows.removeReply(tx, reply.id()));
  }

  private static TopicRestored entry(
      long boardId, MovedReply opening, List<MovedReply> others, long by, Instant activeAt) {
    var counts = new HashMap<String, Long>();
    others.forEach(reply -> counts.merge(Long.toString(reply.authorId()), 1L, Long::sum));
    var day = PostEntries.day(activeAt);
    return new TopicRestored(boardId, opening.authorId(), by, others.size(), day, counts);
  }

  private Future<Void> noteDepartures(
      SqlClient tx, ModeratedPost topic, List<MovedReply> replies, long by, Instant activeAt) {
    var noted = Future.<Void>succeededFuture();
    var dayBefore = PostEntries.day(topic.activeAt());
    var day = PostEntries.day(activeAt);
    for (var reply : replies) {
      var entry =
          new ReplyRemoved(
              topic.topicId(),
              reply.floor(),
              topic.boardId(),
              reply.authorId(),
              by,
              dayBefore,
              day);
      noted = noted.compose(done -> journal.add(tx, PostEntries.REPLY_REMOVED, reply.id(), entry));
      dayBefore = day;
    }
    return noted;
  }

  private Future<Void> renamed(SqlClient tx, PostRef before, PostRef now) {
    var done = Future.<Void>succeededFuture();
    for (var part : parts.get()) {
      done = done.compose(next -> part.renamed(tx, before, now));
    }
    return done;
  }

  public void opened(long topicId, long boardId, long authorId) {
    events.about(Type.TOPIC_ADDED, topicId, boardId, authorId);
  }
}

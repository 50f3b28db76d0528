package parley.following;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.following.FanOutRepository.FanOut;
import parley.journal.Entry;
import parley.journal.InOrder;
import parley.journal.Reader;
import parley.notification.Notice;
import parley.notification.NotificationService;
import parley.post.PostEntries;
import parley.post.PostRef;
import parley.post.PostState;
import parley.topic.TopicService;

/**
 * Reads new posts from the journal, and notifies the members concerned. Each post notifies a member
 * at most once: about a mention, or else about a reply to their topic, or else because they follow
 * it.
 */
final class PostNotices {

  private static final String NAME = "following.notices";

  private final NotificationService notifications;
  private final TopicService topics;

  /** Whose open pages are to be told after the commit; of a batch that failed, needlessly. */
  private final Set<Long> told = ConcurrentHashMap.newKeySet();

  private final WatchRepository watches = new WatchRepository();
  private final FanOutRepository fanOuts = new FanOutRepository();

  PostNotices(NotificationService notifications, TopicService topics) {
    this.notifications = notifications;
    this.topics = topics;
  }

  Reader reader() {
    return Reader.of(
            NAME,
            List.of(
                PostEntries.TOPIC_WRITTEN,
                PostEntries.REPLY_WRITTEN,
                PostEntries.TOPIC_EDITED,
                PostEntries.REPLY_EDITED),
            this::read)
        .then(entries -> announce());
  }

  private void announce() {
    var members = List.copyOf(told);
    if (!members.isEmpty()) {
      told.removeAll(members);
      notifications.announce(members);
    }
  }

  /** Of several posts at once: their statements are sent together. */
  private Future<Void> read(SqlClient tx, List<Entry<?>> entries) {
    return InOrder.of(entries, PostNotices::post, entry -> read(tx, entry));
  }

  private static Object post(Entry<?> entry) {
    var isTopic = entry.is(PostEntries.TOPIC_WRITTEN) || entry.is(PostEntries.TOPIC_EDITED);
    return isTopic ? PostRef.topic(entry.subject()) : PostRef.reply(entry.subject());
  }

  private Future<Void> read(SqlClient tx, Entry<?> entry) {
    if (entry.is(PostEntries.TOPIC_WRITTEN)) {
      return opened(tx, entry);
    }
    if (entry.is(PostEntries.REPLY_WRITTEN)) {
      return replied(tx, entry);
    }
    if (entry.is(PostEntries.TOPIC_EDITED)) {
      var edited = entry.as(PostEntries.TOPIC_EDITED);
      return mention(tx, entry.subject(), null, 0, edited.editedBy(), entry).mapEmpty();
    }
    var edited = entry.as(PostEntries.REPLY_EDITED);
    return mention(tx, edited.topicId(), entry.subject(), edited.floor(), edited.editedBy(), entry)
        .mapEmpty();
  }

  private Future<Void> opened(SqlClient tx, Entry<?> entry) {
    var topic = entry.as(PostEntries.TOPIC_WRITTEN);
    var id = entry.subject();
    if (topic.state() != PostState.SHOWN.code()) {
      return Future.succeededFuture();
    }
    var author = topic.authorId();
    return watches
        .follow(tx, author, Target.topic(id))
        .compose(followed -> mention(tx, id, null, 0, author, entry))
        .compose(
            done ->
                fanOuts.add(
                    tx,
                    new FanOut(
                        0, id, topic.boardId(), author, null, 0, author, 0, entry.createdAt())));
  }

  private Future<Void> replied(SqlClient tx, Entry<?> entry) {
    var reply = entry.as(PostEntries.REPLY_WRITTEN);
    if (reply.state() != PostState.SHOWN.code()) {
      return Future.succeededFuture();
    }
    return watches
        .follow(tx, reply.authorId(), Target.topic(reply.topicId()))
        .compose(followed -> topics.place(tx, PostRef.topic(reply.topicId())))
        .compose(
            topic ->
                topic.isEmpty()
                    ? Future.succeededFuture() // gone meanwhile
                    : replied(tx, entry, topic.get().authorId()));
  }

  private Future<Void> replied(SqlClient tx, Entry<?> entry, long topicAuthor) {
    var reply = entry.as(PostEntries.REPLY_WRITTEN);
    var topic = reply.topicId();
    return mention(tx, topic, entry.subject(), reply.floor(), reply.authorId(), entry)
        .compose(mentioned -> answered(tx, entry, topicAuthor, mentioned))
        .compose(
            done ->
                fanOuts.add(
                    tx,
                    new FanOut(
                        0,
                        topic,
                        reply.boardId(),
                        topicAuthor,
                        entry.subject(),
                        reply.floor(),
                        reply.authorId(),
                        0,
                        entry.createdAt())));
  }

  /** Notifies the author of the topic, unless they have muted it. */
  private Future<Void> answered(
      SqlClient tx, Entry<?> entry, long topicAuthor, Set<Long> mentioned) {
    var reply = entry.as(PostEntries.REPLY_WRITTEN);
    if (mentioned.contains(topicAuthor)) {
      return Future.succeededFuture();
    }
    var notice =
        new Notice(
            Watching.REPLY,
            reply.topicId(),
            entry.subject(),
            reply.floor(),
            Notice.ofTopic(reply.topicId()),
            reply.authorId(),
            entry.createdAt());
    return watches
        .muting(tx, Target.topic(reply.topicId()), List.of(topicAuthor))
        .compose(
            muting ->
                muting.isEmpty()
                    ? tell(tx, List.of(topicAuthor), notice)
                    : Future.succeededFuture());
  }

  /**
   * Notifies the mentioned members and returns them. A member is notified once for each post, also
   * after an edit.
   */
  private Future<Set<Long>> mention(
      SqlClient tx,
      long topicId,
      @Nullable Long replyId,
      long floor,
      long authorId,
      Entry<?> entry) {
    var notice =
        new Notice(
            Watching.MENTION,
            topicId,
            replyId,
            floor,
            Notice.ofPost(topicId, replyId),
            authorId,
            entry.createdAt());
    return watches
        .mentioned(tx, topicId, Optional.ofNullable(replyId).orElse(0L))
        .compose(mentioned -> tell(tx, mentioned, notice).map(done -> new HashSet<>(mentioned)));
  }

  private Future<Void> tell(SqlClient tx, List<Long> members, Notice notice) {
    told.addAll(members);
    return notifications.tell(tx, members, notice);
  }
}

package parley.like;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.journal.Entry;
import parley.journal.InOrder;
import parley.journal.Reader;
import parley.notification.Notice;
import parley.notification.NotificationKind;
import parley.notification.NotificationService;
import parley.post.PostRef;
import parley.topic.PostPlace;
import parley.topic.TopicService;

/** Notifies authors about likes of their posts, from the journal. */
final class LikeNotices {

  private static final String NAME = "like.notices";

  private final NotificationKind kind;
  private final NotificationService notifications;
  private final TopicService topics;

  LikeNotices(NotificationKind kind, NotificationService notifications, TopicService topics) {
    this.kind = kind;
    this.notifications = notifications;
    this.topics = topics;
  }

  Reader reader() {
    return Reader.of(NAME, List.of(PostLiked.TYPE), this::read)
        .then(
            entries ->
                notifications.announce(
                    entries.stream().map(entry -> entry.as(PostLiked.TYPE).authorId()).toList()));
  }

  /** Of several posts at once: their statements are sent together. */
  private Future<Void> read(SqlClient tx, List<Entry<?>> entries) {
    return InOrder.of(entries, LikeNotices::post, entry -> read(tx, entry));
  }

  private static Object post(Entry<?> entry) {
    return new PostRef(PostRef.Kind.of(entry.as(PostLiked.TYPE).kind()), entry.subject());
  }

  private Future<Void> read(SqlClient tx, Entry<?> entry) {
    var liked = entry.as(PostLiked.TYPE);
    var post = new PostRef(PostRef.Kind.of(liked.kind()), entry.subject());
    return topics
        .place(tx, post)
        .compose(
            place ->
                place.isEmpty()
                    ? Future.succeededFuture() // gone meanwhile
                    : notifications.tell(
                        tx, List.of(liked.authorId()), notice(entry, post, place.get())));
  }

  private Notice notice(Entry<?> entry, PostRef post, PostPlace place) {
    var replyId = post.kind() == PostRef.Kind.REPLY ? post.id() : null;
    return new Notice(
        kind,
        place.topicId(),
        replyId,
        place.floor(),
        Notice.ofPost(place.topicId(), replyId),
        entry.as(PostLiked.TYPE).likedBy(),
        entry.createdAt());
  }
}

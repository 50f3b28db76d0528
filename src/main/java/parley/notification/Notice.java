package parley.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that members are told.
 *
 * @param replyId null where it is about the topic's own text
 * @param floor of the reply; 0 for the topic's own text
 * @param group unread notices of one kind with the same group are one notification with a count; at
 *     most 40 letters
 * @param actorId who caused it; 0 where that is not said
 */
public record Notice(
    NotificationKind kind,
    long topicId,
    @Nullable Long replyId,
    long floor,
    String group,
    long actorId,
    Instant at) {

  /** Of the database, unique for a member among what is unread. */
  String key() {
    return kind.name() + ":" + group;
  }

  public static String ofTopic(long topicId) {
    return "topic:" + topicId;
  }

  public static String ofPost(long topicId, @Nullable Long replyId) {
    return replyId == null ? "post:" + topicId : "reply:" + replyId;
  }
}

package parley.topic;

import org.jspecify.annotations.Nullable;

/**
 * Something happened to a topic. It names what to look at and shows nothing of it.
 *
 * @param authorId who wrote what it is about: the reply, or the topic
 * @param replyId null where it is about the topic itself
 * @param floor of the reply
 */
public record TopicEvent(
    Type type,
    long topicId,
    long boardId,
    long authorId,
    @Nullable Long replyId,
    @Nullable Long floor) {

  /** What happened. */
  public enum Type {
    TOPIC_ADDED,
    TOPIC_CHANGED,
    TOPIC_DELETED,
    /** Shown again after it was hidden or deleted. */
    TOPIC_RESTORED,
    /** Pinned or locked, or no longer. */
    STATE_CHANGED,
    REPLY_ADDED,
    REPLY_EDITED,
    REPLY_DELETED,
    /** Shown again after it was hidden or deleted. */
    REPLY_RESTORED
  }

  /** Whether it shows in the profiles of those who replied: they name the topic. */
  public boolean concernsRepliers() {
    return type == Type.TOPIC_CHANGED || type == Type.TOPIC_DELETED || type == Type.TOPIC_RESTORED;
  }
}

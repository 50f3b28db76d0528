package parley.topic;

/**
 * Something happened to a topic. It names what to look at and shows nothing of it.
 *
 * @param replyId null where it is about the topic itself
 * @param floor of the reply
 */
public record TopicEvent(
    Type type, long topicId, long boardId, long authorId, Long replyId, Long floor) {

  /** What happened. */
  public enum Type {
    TOPIC_ADDED,
    TOPIC_CHANGED,
    TOPIC_DELETED,
    REPLY_ADDED,
    REPLY_EDITED,
    REPLY_DELETED
  }
}

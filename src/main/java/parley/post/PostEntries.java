package parley.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import parley.journal.EntryType;

/**
 * What the journal tells of topics and replies. The subject of an entry is the id of the topic or
 * the reply. Days are those (UTC) of a topic's last activity, as {@code 2026-01-31}.
 */
public final class PostEntries {

  /**
   * A new topic.
   *
   * @param state the code of a {@link PostState}
   */
  public record TopicWritten(long boardId, long authorId, int state, String day) {}

  /**
   * A new reply.
   *
   * @param state the code of a {@link PostState}
   * @param dayBefore of the topic's activity before this reply
   */
  public record ReplyWritten(
      long topicId,
      long floor,
      long boardId,
      long authorId,
      int state,
      String dayBefore,
      String day) {}

  /**
   * A new text, title or board.
   *
   * @param boardBefore another one where the topic was moved
   * @param replyCount of the topic, which move with it
   */
  public record TopicEdited(
      long boardBefore, long boardId, long authorId, long editedBy, long replyCount, String day) {}

  public record ReplyEdited(long topicId, long floor, long boardId, long authorId, long editedBy) {}

  /**
   * A topic that is no longer shown: hidden or deleted.
   *
   * @param repliesByAuthor how many of the replies that are gone with the topic each member wrote
   */
  public record TopicRemoved(
      long boardId,
      long authorId,
      long removedBy,
      long replyCount,
      String day,
      Map<String, Long> repliesByAuthor) {}

  /**
   * A reply that was removed.
   *
   * @param dayBefore of the topic's activity with this reply
   */
  public record ReplyRemoved(
      long topicId,
      long floor,
      long boardId,
      long authorId,
      long removedBy,
      String dayBefore,
      String day) {}

  /** Shown again after it was hidden or deleted. */
  public record TopicRestored(
      long boardId,
      long authorId,
      long restoredBy,
      long replyCount,
      String day,
      Map<String, Long> repliesByAuthor) {}

  /** Shown again after it was hidden or deleted. */
  public record ReplyRestored(
      long topicId,
      long floor,
      long boardId,
      long authorId,
      long restoredBy,
      String dayBefore,
      String day) {}

  public static final EntryType<TopicWritten> TOPIC_WRITTEN =
      new EntryType<>("topic.written", TopicWritten.class);
  public static final EntryType<ReplyWritten> REPLY_WRITTEN =
      new EntryType<>("reply.written", ReplyWritten.class);
  public static final EntryType<TopicEdited> TOPIC_EDITED =
      new EntryType<>("topic.edited", TopicEdited.class);
  public static final EntryType<ReplyEdited> REPLY_EDITED =
      new EntryType<>("reply.edited", ReplyEdited.class);
  public static final EntryType<TopicRemoved> TOPIC_REMOVED =
      new EntryType<>("topic.removed", TopicRemoved.class);
  public static final EntryType<ReplyRemoved> REPLY_REMOVED =
      new EntryType<>("reply.removed", ReplyRemoved.class);

  public static final EntryType<TopicRestored> TOPIC_RESTORED =
      new EntryType<>("topic.restored", TopicRestored.class);
  public static final EntryType<ReplyRestored> REPLY_RESTORED =
      new EntryType<>("reply.restored", ReplyRestored.class);

  private PostEntries() {}

  public static String day(Instant activeAt) {
    return LocalDate.ofInstant(activeAt, ZoneOffset.UTC).toString();
  }
}

package parley.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.member.Author;
import parley.topic.TopicSummary;

/**
 * Something that was found.
 *
 * @param type {@code topic}, {@code reply}, {@code member} or {@code message}
 * @param topic null for members and messages
 * @param title safe HTML: the title or the name, with marks
 * @param snippet safe HTML: a part of the text, with marks
 */
record Hit(
    String type,
    @Nullable TopicSummary topic,
    @Nullable OfReply reply,
    @Nullable Author member,
    @Nullable OfMessage message,
    String title,
    String snippet,
    Instant createdAt) {

  record OfReply(long id, long topicId, long floor, Author author, Instant createdAt) {}

  /**
   * @param contact the other member of the conversation
   */
  record OfMessage(long id, UUID roomId, Author sender, Author contact) {}
}

package parley.topic;

import java.time.Instant;
import parley.member.Author;

/**
 * A reply as shown.
 *
 * @param floor its number in the topic, from 1; never given twice
 * @param editedAt null where it never was
 */
public record ReplyView(
    long id,
    long topicId,
    long floor,
    Author author,
    String content,
    String html,
    long version,
    Instant createdAt,
    Instant editedAt,
    ReplyPermissions permissions) {}

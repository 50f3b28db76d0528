package parley.topic;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * A reply as shown.
 *
 * @param floor its number in the topic, from 1; never given twice
 * @param editedAt null where it never was
 * @param facets what other features show of it
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
    @Nullable Instant editedAt,
    ReplyPermissions permissions,
    @JsonAnyGetter Map<String, Object> facets) {}

package parley.topic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.paging.Page;

/**
 * A topic as its page shows it: the summary's members, its text, and a page of its replies.
 *
 * @param editedAt null where it never was
 */
public record TopicView(
    @JsonUnwrapped TopicSummary summary,
    String content,
    String html,
    long version,
    @Nullable Instant editedAt,
    TopicPermissions permissions,
    Page<ReplyView> replies) {}

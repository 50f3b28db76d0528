package parley.topic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.paging.Page;
import parley.post.PostState;

/**
 * A topic as its page shows it: the summary's members, its text, and a page of its replies.
 *
 * @param editedAt null where it never was
 * @param state anything but shown only for those who moderate it
 * @param lock null where it takes replies
 */
public record TopicView(
    @JsonUnwrapped TopicSummary summary,
    String content,
    String html,
    long version,
    @Nullable Instant editedAt,
    PostState state,
    @Nullable TopicLock lock,
    TopicPermissions permissions,
    Page<ReplyView> replies) {}

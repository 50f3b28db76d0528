package parley.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a member's post, where they may no longer find it.
 *
 * @param action such as {@code hide}; at most 32 letters
 * @param reason as the moderator gave it, or null
 * @param text of the post, as Markdown; empty where the post is still there
 */
public record Note(
    String action, @JsonInclude(Include.NON_NULL) @Nullable String reason, String text) {}

package parley.moderation;

import org.jspecify.annotations.Nullable;
import parley.topic.Pinning;

/** How a topic is to stand; null for what stays as it is. */
record StateChange(
    @Nullable Pinning pinned,
    @Nullable Boolean locked,
    @Nullable Boolean hidden,
    @Nullable String reason) {}

package parley.moderation;

import parley.topic.Pinning;

/** How a topic stands after a change. */
record TopicStanding(Pinning pinned, boolean locked, boolean hidden) {}

package parley.like;

/** The likes of a post after a member's change. */
record Liked(long likes, boolean liked) {}

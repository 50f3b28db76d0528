package parley.like;

/** What a post has after a member changed their like of it. */
record Liked(long likes, boolean liked) {}

package parley.following;

/** What a member has chosen. */
record Watched(Level level) {}

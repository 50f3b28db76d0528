package parley.following;

/** The level that a member has chosen. */
record Watched(Level level) {}

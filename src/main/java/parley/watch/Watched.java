package parley.watch;

/** What a member has chosen. */
record Watched(Level level) {}

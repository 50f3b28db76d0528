package parley.topic;

/** A reply that is moved to another topic, with its floor before. */
record MovedReply(long id, long floor, long authorId, boolean isShown) {}

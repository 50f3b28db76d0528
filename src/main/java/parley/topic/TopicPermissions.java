package parley.topic;

/** What whoever asks may do with a topic. */
public record TopicPermissions(boolean reply, boolean edit, boolean delete, boolean moderate) {}

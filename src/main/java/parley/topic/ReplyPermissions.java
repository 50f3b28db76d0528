package parley.topic;

/** What whoever asks may do with a reply. */
public record ReplyPermissions(boolean edit, boolean delete) {}

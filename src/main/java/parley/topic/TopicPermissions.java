package parley.topic;

/** What the viewer may do with a topic. */
public record TopicPermissions(
    boolean reply,
    boolean edit,
    boolean delete,
    boolean pin,
    boolean lock,
    boolean move,
    boolean moderate) {}

package parley.post;

/**
 * Names a post: a topic's own text, or a reply.
 *
 * @param id of the topic or of the reply
 */
public record PostRef(Kind kind, long id) {

  /** What a post is, with the code that columns have for it. */
  public enum Kind {
    TOPIC(0),
    REPLY(1);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }

    /** The kind with this code. */
    public static Kind of(int code) {
      return code == TOPIC.code ? TOPIC : REPLY;
    }
  }

  public static PostRef topic(long id) {
    return new PostRef(Kind.TOPIC, id);
  }

  public static PostRef reply(long id) {
    return new PostRef(Kind.REPLY, id);
  }
}

package parley.search.index;

/** The fields of the index. */
public final class Fields {

  /** Folded words; the stems are in fields of their own, see {@code ForumAnalyzer}. */
  public static final String TITLE = "title";

  public static final String TEXT = "text";
  public static final String KIND = "kind";
  public static final String BOARD = "board";
  public static final String AUTHOR = "author";

  /** Who may find a message. */
  public static final String PARTY = "party";

  /** In seconds since 1970. */
  public static final String CREATED = "created";

  static final String KEY = "key";
  static final String TOPIC = "topic";
  static final String NUMBER = "number";

  private Fields() {}
}

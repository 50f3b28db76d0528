package parley.faults;

/** What the writers write, and how the database is asked for it: id, key and content. */
enum Kept {
  TOPIC("SELECT id, request_key, content FROM topic WHERE request_key IS NOT NULL", true),
  REPLY("SELECT id, request_key, content FROM reply WHERE request_key IS NOT NULL", true),
  MESSAGE("SELECT id, client_id, content FROM chat_message", true),
  MEMBER("SELECT id, username, username FROM member", true),
  BOARD("SELECT id, title, title FROM board", true),
  GROUP("SELECT id, name, name FROM member_group", true),
  PICTURE("SELECT id, id, image FROM member WHERE image IS NOT NULL", true),
  LIKE(
      """
      SELECT post_id, CONCAT(kind, ':', post_id, ':', member_id), 'liked' FROM post_like
      """,
      false),
  WATCH(
      """
      SELECT target_id, CONCAT(member_id, ':', target_id), level FROM following WHERE kind = 0
      """,
      false);

  private final String sql;
  private final boolean marked;

  Kept(String sql, boolean marked) {
    this.sql = sql;
    this.marked = marked;
  }

  String sql() {
    return sql;
  }

  /** Whether no two of them may have the same first word. */
  boolean isMarked() {
    return marked;
  }
}

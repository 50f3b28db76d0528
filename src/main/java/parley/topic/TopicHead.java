package parley.topic;

import io.vertx.sqlclient.Row;
import parley.http.PageHead;
import parley.text.PlainText;

/**
 * A topic's title and the beginning of its text.
 *
 * @param html may be cut off anywhere
 */
record TopicHead(long boardId, String title, String html) {

  /** As long as search engines show it. */
  private static final int DESCRIPTION_MAX = 160;

  /** What {@link #of} reads: enough text for a description, whatever markup is in it. */
  static final String FIND =
      """
      SELECT board_id, title, LEFT(html, 2000) AS html FROM topic WHERE id = ? AND state = 0
      """;

  static TopicHead of(Row row) {
    return new TopicHead(row.getLong("board_id"), row.getString("title"), row.getString("html"));
  }

  PageHead page() {
    return new PageHead(title, PlainText.of(html, DESCRIPTION_MAX));
  }
}

package parley.topic;

import static parley.store.Rows.instant;

import io.vertx.sqlclient.Row;
import java.time.Instant;

/** A reply as its author's profile shows it. */
public record RecentReply(
    long id, long topicId, String topicTitle, long floor, String html, Instant createdAt) {

  static RecentReply of(Row row) {
    return new RecentReply(
        row.getLong("id"),
        row.getLong("topic_id"),
        row.getString("title"),
        row.getLong("floor"),
        row.getString("html"),
        instant(row, "created_at"));
  }
}

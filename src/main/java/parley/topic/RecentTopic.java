package parley.topic;

import static parley.store.Rows.instant;

import io.vertx.sqlclient.Row;
import java.time.Instant;

/** A topic as its author's profile names it. */
public record RecentTopic(long id, String title, Instant createdAt) {

  static RecentTopic of(Row row) {
    return new RecentTopic(row.getLong("id"), row.getString("title"), instant(row, "created_at"));
  }
}

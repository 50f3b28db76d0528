package parley.topic;

import static parley.store.Rows.instantOrNull;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * Why a topic takes no more replies.
 *
 * @param by who locked it; null where the account is gone
 * @param reason what they gave as the reason, or null
 */
public record TopicLock(@Nullable Author by, @Nullable String reason, Instant at) {

  /** Null where it is not locked. */
  static @Nullable TopicLock of(Row row) {
    var at = instantOrNull(row, "locked_at");
    return at == null ? null : new TopicLock(Author.of(row, "k"), row.getString("lock_reason"), at);
  }
}

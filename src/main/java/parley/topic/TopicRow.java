package parley.topic;

import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.board.BoardRef;
import parley.member.Author;
import parley.post.PostState;

/** A topic as stored. */
record TopicRow(
    TopicSummary summary,
    String content,
    String html,
    long version,
    @Nullable Instant editedAt,
    long lastFloor,
    PostState state,
    @Nullable TopicLock lock) {

  TopicRow with(Map<String, Object> facets) {
    return new TopicRow(
        summary.with(facets), content, html, version, editedAt, lastFloor, state, lock);
  }

  /** When it was opened or last replied to. */
  Instant activeAt() {
    var last = summary.lastReply();
    return last == null ? summary.createdAt() : last.createdAt();
  }

  /**
   * What {@link #summary(Row)} reads, of the tables topic t, board b and the joined members a and
   * l.
   */
  static final String SUMMARY_COLUMNS =
      """
      t.id, t.title, t.reply_count, t.views, t.created_at, t.last_reply_at, t.last_floor,
      t.pinned, t.locked_at,
      b.id AS b_id, b.title AS b_title, b.colour AS b_colour, %s, %s
      """
          .formatted(Author.columns("a"), Author.columns("l"));

  static final String JOINS =
      """
      JOIN board b ON b.id = t.board_id
      JOIN member a ON a.id = t.author_id
      LEFT JOIN member l ON l.id = t.last_reply_author_id
      """;

  /** What {@link #of(Row)} reads beside the summary. */
  static final String WHOLE_COLUMNS =
      "t.content, t.html, t.version, t.edited_at, t.state, t.lock_reason, "
          + Author.columns("k")
          + ", "
          + SUMMARY_COLUMNS;

  static final String WHOLE_JOINS = JOINS + "LEFT JOIN member k ON k.id = t.locked_by\n";

  static TopicRow of(Row row) {
    return new TopicRow(
        summary(row),
        row.getString("content"),
        row.getString("html"),
        row.getLong("version"),
        instantOrNull(row, "edited_at"),
        row.getLong("last_floor"),
        PostState.of(row.getInteger("state")),
        TopicLock.of(row));
  }

  static TopicSummary summary(Row row) {
    var lastReplyAt = instantOrNull(row, "last_reply_at");
    return new TopicSummary(
        row.getLong("id"),
        row.getString("title"),
        new BoardRef(row.getLong("b_id"), row.getString("b_title"), row.getString("b_colour")),
        Author.of(row, "a"),
        row.getLong("reply_count"),
        row.getLong("views"),
        instant(row, "created_at"),
        lastReplyAt == null ? null : new LastReply(Author.of(row, "l"), lastReplyAt),
        Pinning.of(row.getInteger("pinned")),
        instantOrNull(row, "locked_at") != null);
  }
}

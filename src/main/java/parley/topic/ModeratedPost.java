package parley.topic;

import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.post.PostRef;
import parley.post.PostState;

/**
 * A post in any state, whose topic's row the transaction holds.
 *
 * @param floor 0 for a topic's own text
 * @param title of its topic
 * @param topicState the same as the state for a topic's own text
 * @param stateAt when it was hidden or deleted; null where it is shown
 * @param stateBy who did it
 * @param replyCount of its topic
 * @param activeAt of its topic
 */
public record ModeratedPost(
    PostRef ref,
    long topicId,
    long boardId,
    long authorId,
    long floor,
    String title,
    String content,
    PostState state,
    PostState topicState,
    @Nullable Instant stateAt,
    @Nullable Long stateBy,
    Instant createdAt,
    long replyCount,
    Instant activeAt,
    Pinning pinned,
    boolean locked) {

  static ModeratedPost of(Row row, PostRef ref) {
    return new ModeratedPost(
        ref,
        row.getLong("topic_id"),
        row.getLong("board_id"),
        row.getLong("author_id"),
        row.getLong("floor"),
        row.getString("title"),
        row.getString("content"),
        PostState.of(row.getInteger("state")),
        PostState.of(row.getInteger("topic_state")),
        instantOrNull(row, "deleted_at"),
        row.getLong("deleted_by"),
        instant(row, "created_at"),
        row.getLong("reply_count"),
        instant(row, "active_at"),
        Pinning.of(row.getInteger("pinned")),
        row.getBoolean("locked"));
  }

  public boolean isTopic() {
    return ref.kind() == PostRef.Kind.TOPIC;
  }

  /** Whether everybody sees it who sees the board. */
  public boolean isShown() {
    return state == PostState.SHOWN && topicState == PostState.SHOWN;
  }

  /** What was deleted long ago has no text any more. */
  public boolean isErased() {
    return content.isEmpty();
  }

  /** Null for a topic's own text. */
  public @Nullable Long replyId() {
    return isTopic() ? null : ref.id();
  }
}

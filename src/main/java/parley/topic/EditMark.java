package parley.topic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a post is shown as edited. */
final class EditMark {

  /**
   * How long after writing a post its author may change it unmarked: most of these edits correct a
   * mistake, and nobody has replied yet.
   */
  static final Duration GRACE = Duration.ofMinutes(3);

  private EditMark() {}

  /**
   * When a post counts as edited, after an edit at a time.
   *
   * @param before when it was last marked as edited; null if never
   * @return null if it still bears no mark
   */
  static @Nullable Instant after(
      Instant now, long editorId, long authorId, Instant createdAt, @Nullable Instant before) {
    var isSlip = editorId == authorId && now.isBefore(createdAt.plus(GRACE));
    return isSlip ? before : now;
  }
}

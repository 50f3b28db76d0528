package parley.board.admin;

import org.jspecify.annotations.Nullable;
import parley.board.BoardKind;

/**
 * A board as administrators see it.
 *
 * @param merging null while it is not deleted
 */
record StoredBoard(
    long id,
    int position,
    String title,
    String slug,
    String description,
    @Nullable String colour,
    BoardKind kind,
    @Nullable Long parentId,
    boolean archived,
    long topicCount,
    long replyCount,
    @Nullable Merging merging) {

  /**
   * The progress of the deletion of a board.
   *
   * @param into the board that takes its topics; null where it had none
   * @param total how many topics it had
   * @param left how many of them are still in it
   */
  record Merging(@Nullable Long into, long total, long left) {}

  /** The same board with the values of the draft. */
  StoredBoard with(BoardDraft draft) {
    return new StoredBoard(
        id,
        position,
        draft.title() == null ? title : draft.title(),
        draft.slug() == null ? slug : draft.slug(),
        draft.description() == null ? description : draft.description(),
        draft.colour() == null ? colour : draft.colour().isEmpty() ? null : draft.colour(),
        draft.kind() == null ? kind : draft.kind(),
        draft.parentId() == null ? parentId : draft.parentId() == 0 ? null : draft.parentId(),
        draft.archived() == null ? archived : draft.archived(),
        topicCount,
        replyCount,
        merging);
  }
}

package parley.board;

import org.jspecify.annotations.Nullable;
import parley.access.BoardPermissions;
import parley.access.Viewer;

/**
 * A board as shown.
 *
 * @param parentId null also where the viewer does not see the board above it
 */
record BoardView(
    long id,
    String title,
    String slug,
    String description,
    long topicCount,
    long replyCount,
    @Nullable String colour,
    BoardKind kind,
    int position,
    @Nullable Long parentId,
    boolean archived,
    BoardPermissions permissions) {

  static BoardView of(Board board, Viewer viewer) {
    var parent = board.parentId();
    return new BoardView(
        board.id(),
        board.title(),
        board.slug(),
        board.description(),
        board.topicCount(),
        board.replyCount(),
        board.colour(),
        board.kind(),
        board.position(),
        parent != null && viewer.sees(parent) ? parent : null,
        board.archived(),
        viewer.in(board.id()));
  }
}

package parley.board;

import parley.access.BoardPermissions;
import parley.access.Viewer;

/** A board as shown. */
record BoardView(
    long id,
    String title,
    String slug,
    String description,
    long topicCount,
    long replyCount,
    BoardPermissions permissions) {

  static BoardView of(Board board, Viewer viewer) {
    return new BoardView(
        board.id(),
        board.title(),
        board.slug(),
        board.description(),
        board.topicCount(),
        board.replyCount(),
        viewer.in(board.id()));
  }
}

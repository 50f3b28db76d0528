package parley.board.admin;

import parley.bus.Channel;

/** The event that a board has changed. Only clients that see the board receive it. */
record BoardChanged(long boardId) {
  static final Channel<BoardChanged> CHANNEL =
      new Channel<>("parley.board.changed", BoardChanged.class);
}

package parley.board.admin;

import parley.bus.Channel;

/** A board is another one now. Only those who see it are told. */
record BoardChanged(long boardId) {
  static final Channel<BoardChanged> CHANNEL =
      new Channel<>("parley.board.changed", BoardChanged.class);
}

package parley.following;

/**
 * What is watched.
 *
 * @param id of the topic or the board
 */
record Target(int kind, long id) {

  static final int TOPIC = 0;
  static final int BOARD = 1;

  static Target topic(long id) {
    return new Target(TOPIC, id);
  }

  static Target board(long id) {
    return new Target(BOARD, id);
  }
}

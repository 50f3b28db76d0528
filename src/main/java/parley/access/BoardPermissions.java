package parley.access;

/**
 * What a viewer may do in a board.
 *
 * @param see read what is in it, and know that it exists
 * @param open open topics
 * @param reply reply to topics
 * @param moderate edit, delete and move what others wrote
 */
public record BoardPermissions(boolean see, boolean open, boolean reply, boolean moderate) {

  static final BoardPermissions NONE = new BoardPermissions(false, false, false, false);
  static final BoardPermissions SEE = new BoardPermissions(true, false, false, false);
}

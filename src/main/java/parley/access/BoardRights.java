package parley.access;

import java.util.Set;

/**
 * Which groups may do what in a board. What may be done in a board may be done by nobody who does
 * not see it.
 *
 * @param see the group that sees it
 * @param reply the group that replies in it
 * @param open the group that opens topics in it
 * @param moderate the groups that edit, delete and move what others wrote in it; at least one
 * @param archived nobody replies or opens topics in it; this is not changed with the groups
 */
public record BoardRights(
    long boardId, long see, long reply, long open, Set<Long> moderate, boolean archived) {

  /** Of a board that is not archived. */
  public BoardRights(long boardId, long see, long reply, long open, Set<Long> moderate) {
    this(boardId, see, reply, open, moderate, false);
  }

  BoardPermissions of(Membership who) {
    if (!who.in(see)) {
      return BoardPermissions.NONE;
    }
    return who.guest()
        ? BoardPermissions.SEE
        : new BoardPermissions(
            true, !archived && who.in(open), !archived && who.in(reply), who.inAny(moderate));
  }
}

package parley.topic;

import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.post.PostState;

/**
 * Who may do what with topics and replies. It is read as a table:
 *
 * <ul>
 *   <li>see: who may see the board; for everybody else the post does not exist
 *   <li>open a topic: who sees the board and may open there
 *   <li>reply: who sees the board and may reply there; to a locked topic, who also moderates it
 *   <li>edit, delete: who sees the board and wrote it, or moderates the board
 *   <li>move to another board: who may edit it and may open topics there
 *   <li>moderate: who sees the board and is in a group that moderates it
 * </ul>
 */
final class PostPolicy {

  private PostPolicy() {}

  static boolean maySee(Viewer viewer, long boardId) {
    return viewer.sees(boardId);
  }

  /** What is not shown is there only for those who moderate it. */
  static boolean maySee(Viewer viewer, TopicRow topic) {
    var board = topic.summary().board().id();
    return maySee(viewer, board)
        && (topic.state() == PostState.SHOWN || mayModerate(viewer, board));
  }

  static boolean mayOpen(Viewer viewer, long boardId) {
    return viewer.in(boardId).open();
  }

  static boolean mayReply(Viewer viewer, long boardId) {
    return viewer.in(boardId).reply();
  }

  private static boolean mayReply(Viewer viewer, long boardId, boolean locked) {
    return mayReply(viewer, boardId) && (!locked || mayModerate(viewer, boardId));
  }

  static boolean mayEdit(Viewer viewer, long boardId, long authorId) {
    return maySee(viewer, boardId) && (viewer.is(authorId) || mayModerate(viewer, boardId));
  }

  static boolean mayDelete(Viewer viewer, long boardId, long authorId) {
    return mayEdit(viewer, boardId, authorId);
  }

  static boolean mayModerate(Viewer viewer, long boardId) {
    return viewer.in(boardId).moderate();
  }

  static TopicPermissions topic(Viewer viewer, TopicSummary topic, PostState state) {
    var board = topic.board().id();
    var author = topic.author().id();
    var moderate = mayModerate(viewer, board);
    return new TopicPermissions(
        state == PostState.SHOWN && mayReply(viewer, board, topic.locked()),
        state == PostState.SHOWN && mayEdit(viewer, board, author),
        mayDelete(viewer, board, author),
        moderate,
        moderate,
        moderate,
        moderate);
  }

  static ReplyPermissions reply(Viewer viewer, long boardId, long authorId) {
    return new ReplyPermissions(
        mayEdit(viewer, boardId, authorId), mayDelete(viewer, boardId, authorId));
  }

  /** Throws FORBIDDEN where the viewer may not do to what they see. */
  static void require(boolean may, String whoMay) {
    if (!may) {
      throw ForumException.of(Kind.FORBIDDEN, whoMay);
    }
  }

  /** Throws FORBIDDEN where the viewer may neither edit nor delete what they see. */
  static void requireChange(Viewer viewer, long boardId, long authorId) {
    require(mayEdit(viewer, boardId, authorId), "Only its author or a moderator may do this.");
  }

  /** Throws FORBIDDEN where the viewer may not open topics in a board that they see. */
  static void requireOpen(Viewer viewer, long boardId) {
    require(mayOpen(viewer, boardId), "You may not open topics in this board.");
  }

  /**
   * Throws FORBIDDEN where the viewer may not reply in a board that they see, and LOCKED where only
   * moderators may reply.
   */
  static void requireReply(Viewer viewer, long boardId, boolean locked) {
    require(mayReply(viewer, boardId), "You may not reply in this board.");
    if (!mayReply(viewer, boardId, locked)) {
      throw ForumException.of(Kind.LOCKED, "This topic is locked. It takes no more replies.");
    }
  }
}

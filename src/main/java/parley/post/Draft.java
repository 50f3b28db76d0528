package parley.post;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.board.BoardRef;
import parley.member.Member;
import parley.rendering.Rendered;

/**
 * A topic or a reply that is to be written, checked and rendered.
 *
 * @param viewer its author, a member, with what they may do
 * @param topicId that is replied to; 0 for a new topic
 * @param title of a new topic, else null
 * @param board of a new topic, else null
 * @param request null where the client gave no key
 */
public record Draft(
    Viewer viewer,
    long topicId,
    @Nullable String title,
    @Nullable BoardRef board,
    String content,
    Rendered text,
    @Nullable RequestKey request) {

  public static Draft topic(
      Viewer viewer,
      BoardRef board,
      String title,
      String content,
      Rendered text,
      @Nullable RequestKey request) {
    return new Draft(viewer, 0, title, board, content, text, request);
  }

  public static Draft reply(
      Viewer viewer, long topicId, String content, Rendered text, @Nullable RequestKey request) {
    return new Draft(viewer, topicId, null, null, content, text, request);
  }

  /** The title of a new topic; not for a reply. */
  public String newTitle() {
    return requireNonNull(title);
  }

  /** The board of a new topic; not for a reply. */
  public BoardRef newBoard() {
    return requireNonNull(board);
  }

  public Member author() {
    return viewer.signedIn();
  }

  public boolean isReply() {
    return topicId != 0;
  }
}

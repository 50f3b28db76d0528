package parley.post;

import parley.board.BoardRef;
import parley.member.Member;
import parley.rendering.Rendered;

/**
 * A topic or a reply that is to be written, checked and rendered.
 *
 * @param topicId that is replied to; 0 for a new topic
 * @param title of a new topic, else null
 * @param board of a new topic, else null
 * @param request null where the client gave no key
 */
public record Draft(
    Member author,
    long topicId,
    String title,
    BoardRef board,
    String content,
    Rendered text,
    RequestKey request) {

  public static Draft topic(
      Member author,
      BoardRef board,
      String title,
      String content,
      Rendered text,
      RequestKey request) {
    return new Draft(author, 0, title, board, content, text, request);
  }

  public static Draft reply(
      Member author, long topicId, String content, Rendered text, RequestKey request) {
    return new Draft(author, topicId, null, null, content, text, request);
  }

  public boolean isReply() {
    return topicId != 0;
  }
}

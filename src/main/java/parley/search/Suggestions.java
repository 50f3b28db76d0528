package parley.search;

import java.util.ArrayList;
import java.util.List;
import parley.board.BoardRef;

/** Suggestions in the order in which they are shown. */
final class Suggestions {

  private Suggestions() {}

  static List<Suggestion> of(List<Hit> topics, List<Hit> members, List<BoardRef> boards) {
    var all = new ArrayList<Suggestion>();
    topics.forEach(hit -> all.add(new Suggestion("topic", hit.topic(), null, null, hit.title())));
    boards.forEach(board -> all.add(new Suggestion("board", null, null, board, plain(board))));
    members.forEach(
        hit -> all.add(new Suggestion("member", null, hit.member(), null, hit.title())));
    return List.copyOf(all);
  }

  private static String plain(BoardRef board) {
    return Marked.html(board.title(), 0, board.title().length(), List.of());
  }
}

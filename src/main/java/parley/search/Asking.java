package parley.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.access.BoardScope;
import parley.access.Viewer;
import parley.board.Board;
import parley.failure.ForumException;
import parley.search.SearchRequest.Among;
import parley.search.index.Kind;
import parley.text.Text;

/** Parses search requests. */
final class Asking {

  private Asking() {}

  /**
   * Reads the words of the query and the parameters; a parameter overrides the query. Fails with
   * INVALID.
   */
  static Asked read(SearchRequest request) {
    var text = new Text();
    var query = text.line("q", request.query(), 0, SearchService.QUERY_MAX);
    text.check();
    var words = QueryWords.read(query);
    var asked =
        new Asked(
            words.words(),
            words.excluded(),
            words.inTitle(),
            words.unfinished(),
            request.author() == null ? words.author() : request.author(),
            request.board() == null ? words.board() : request.board(),
            request.from() == null ? words.from() : request.from(),
            request.to() == null ? words.to() : request.to());
    if (asked.isEmpty()) {
      throw ForumException.invalid("q", "required", "Say what you are looking for.");
    }
    return asked;
  }

  /**
   * A query for suggestions while typing: without operators, in titles and names, and the last word
   * may be incomplete.
   */
  static Asked typed(String query) {
    var words = QueryWords.read(query);
    return new Asked(
        words.words(), words.excluded(), true, !words.words().isEmpty(), null, null, null, null);
  }

  static Scope scope(
      Viewer viewer,
      SearchRequest request,
      Asked asked,
      Optional<Long> author,
      Optional<Board> board) {
    return new Scope(
        kinds(request.among(), asked),
        board.map(one -> BoardScope.of(List.of(one.id()))).orElse(viewer.boards()),
        board.isPresent(),
        author.orElse(null),
        request.among() == Among.MESSAGES ? viewer.signedIn().id() : null);
  }

  /** Members are found by their names only. */
  private static List<Kind> kinds(Among among, Asked asked) {
    return switch (among) {
      case TOPICS -> List.of(Kind.TOPIC);
      case POSTS -> List.of(Kind.REPLY);
      case MEMBERS -> List.of(Kind.MEMBER);
      case MESSAGES -> List.of(Kind.MESSAGE);
      case ALL -> {
        var kinds = new ArrayList<>(List.of(Kind.TOPIC, Kind.REPLY));
        if (asked.hasWords() && asked.author() == null && asked.board() == null) {
          kinds.add(Kind.MEMBER);
        }
        yield List.copyOf(kinds);
      }
    };
  }
}

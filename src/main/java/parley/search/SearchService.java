package parley.search;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.BoardScope;
import parley.access.Viewer;
import parley.board.Board;
import parley.board.BoardRef;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.job.WorkQueue;
import parley.member.MemberService;
import parley.paging.PageRequest;
import parley.search.SearchRequest.Among;
import parley.search.index.Indexer;
import parley.search.index.Kind;
import parley.text.Folding;
import parley.text.Text;

/**
 * Finds what the viewer may see. The index is asked only for what is in the viewer's boards, and
 * what it finds is checked against the database before it is shown.
 */
final class SearchService {

  /** In code points. */
  static final int QUERY_MAX = 500;

  private static final Logger log = LoggerFactory.getLogger(SearchService.class);

  private static final int TOPICS = 4;
  private static final int MEMBERS = 2;
  private static final int BOARDS = 2;

  private final BoardService boards;
  private final MemberService members;
  private final HitLoading loading;
  private final WorkQueue workers;
  private final Supplier<@Nullable Indexer> index;
  private final Clock clock;

  /**
   * @param index null before it was opened
   */
  SearchService(
      BoardService boards,
      MemberService members,
      HitLoading loading,
      WorkQueue workers,
      Supplier<@Nullable Indexer> index,
      Clock clock) {
    this.boards = boards;
    this.members = members;
    this.loading = loading;
    this.workers = workers;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Fails with INVALID where the query says nothing or too much, with NOT_FOUND where the viewer
   * sees no such board, with UNAUTHENTICATED where a guest asks for messages.
   */
  Future<SearchPage> search(Viewer viewer, SearchRequest request) {
    var began = System.nanoTime();
    if (request.among() == Among.MESSAGES) {
      viewer.signedIn();
    }
    var asked = Asking.read(request);
    return scope(viewer, request, asked)
        .compose(
            scope ->
                scope.isEmpty()
                    ? Future.succeededFuture(page(List.of(), Hits.NONE, request.page(), began))
                    : search(viewer, request, asked, scope.get(), began));
  }

  private Future<SearchPage> search(
      Viewer viewer, SearchRequest request, Asked asked, Scope scope, long began) {
    var page = request.page();
    var offset = (int) Math.min(page.offset(), Finder.REACHABLE);
    return run(() -> finder().find(asked, scope, request.newest(), offset, page.size()))
        .compose(
            hits ->
                loading
                    .load(viewer, hits.found())
                    .compose(loaded -> run(() -> new HitViews(hits, loaded).of(hits.found())))
                    .map(items -> page(items, hits, page, began)));
  }

  /** What was found and is not shown is not counted either. */
  private SearchPage page(List<Hit> items, Hits hits, PageRequest page, long began) {
    var hidden = hits.found().size() - items.size();
    return new SearchPage(
        items,
        page.page(),
        page.size(),
        hits.total() - hidden,
        (System.nanoTime() - began) / 1_000_000,
        hits.exact(),
        hits.whole() && indexer().isComplete(),
        hits.similar());
  }

  /** Empty where the words name a board or a member that there is not. */
  private Future<Optional<Scope>> scope(Viewer viewer, SearchRequest request, Asked asked) {
    return author(asked)
        .compose(
            author ->
                board(viewer, request, asked)
                    .map(
                        board -> {
                          var missing =
                              asked.author() != null && author.isEmpty()
                                  || asked.board() != null && board.isEmpty();
                          return missing
                              ? Optional.<Scope>empty()
                              : Optional.of(Asking.scope(viewer, request, asked, author, board));
                        }));
  }

  private Future<Optional<Long>> author(Asked asked) {
    return asked.author() == null
        ? Future.succeededFuture(Optional.empty())
        : members.findByUsername(asked.author()).map(found -> found.map(member -> member.id()));
  }

  private Future<Optional<Board>> board(Viewer viewer, SearchRequest request, Asked asked) {
    if (asked.board() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    var wanted = Folding.key(asked.board());
    return boards
        .all(viewer)
        .map(all -> all.stream().filter(board -> isNamed(board, wanted)).findFirst())
        .map(
            found -> {
              if (found.isEmpty() && request.board() != null) {
                throw ForumException.notFound("board");
              }
              return found;
            });
  }

  private static boolean isNamed(Board board, String key) {
    return Folding.key(board.slug()).equals(key)
        || Long.toString(board.id()).equals(key)
        || Folding.key(board.title()).equals(key);
  }

  /** Loads classes and dictionaries, so that the first searches are as fast as later ones. */
  void warmUp() {
    var scope = new Scope(List.of(Kind.TOPIC), BoardScope.ALL, false, null, null);
    run(() -> finder().find(QueryWords.read("warm 京都 ไทย"), scope, false, 0, 1))
        .onFailure(failure -> log.debug("The first search failed", failure));
  }

  /** At most eight things whose name or title has these words; the last one may go on. */
  Future<List<Suggestion>> suggest(Viewer viewer, String query) {
    var text = new Text();
    var checked = text.line("q", query, 0, QUERY_MAX);
    text.check();
    if (checked.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    var asked = Asking.typed(checked);
    var topics = asked.hasWords() ? found(viewer, asked, Kind.TOPIC, TOPICS) : none();
    var found = asked.hasWords() ? found(viewer, asked, Kind.MEMBER, MEMBERS) : none();
    var places = boards.all(viewer).map(all -> boards(all, checked));
    return Future.all(topics, found, places)
        .map(all -> Suggestions.of(topics.result(), found.result(), places.result()));
  }

  private static Future<List<Hit>> none() {
    return Future.succeededFuture(List.of());
  }

  private Future<List<Hit>> found(Viewer viewer, Asked asked, Kind kind, int most) {
    var scope = new Scope(List.of(kind), viewer.boards(), false, null, null);
    return run(() -> finder().find(asked, scope, false, 0, most))
        .compose(
            hits ->
                loading
                    .load(viewer, hits.found())
                    .compose(loaded -> run(() -> new HitViews(hits, loaded).of(hits.found()))));
  }

  private static List<BoardRef> boards(List<Board> all, String typed) {
    var key = Folding.key(typed);
    return all.stream()
        .filter(board -> Folding.key(board.title()).contains(key))
        .limit(BOARDS)
        .map(board -> new BoardRef(board.id(), board.title(), board.colour()))
        .toList();
  }

  private Finder finder() {
    return new Finder(indexer(), clock);
  }

  private Indexer indexer() {
    var open = index.get();
    if (open == null) {
      throw ForumException.unavailable("search index", null);
    }
    return open;
  }

  private <T> Future<T> run(Callable<T> work) {
    return workers
        .run(work)
        .recover(
            failure -> {
              if (failure instanceof IOException) {
                indexer().distrust();
                return Future.failedFuture(ForumException.unavailable("search index", failure));
              }
              return Future.failedFuture(failure);
            });
  }
}

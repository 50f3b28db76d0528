package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.board.Board;
import parley.board.BoardRef;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.post.Draft;
import parley.post.PostState;
import parley.post.PostWriter;
import parley.post.RequestKey;
import parley.post.Written;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;

/**
 * Opens topics. What the answer shows comes from the transaction; nothing that comes after the
 * commit can fail it.
 */
final class TopicOpening {

  private static final PageRequest FIRST_PAGE = new PageRequest(1, 20);

  private final Database database;
  private final BoardService boards;
  private final RenderingService rendering;
  private final PostWriter writer;
  private final TopicEvents events;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  TopicOpening(
      Database database,
      BoardService boards,
      RenderingService rendering,
      PostWriter writer,
      TopicEvents events) {
    this.database = database;
    this.boards = boards;
    this.rendering = rendering;
    this.writer = writer;
    this.events = events;
  }

  /**
   * Fails with INVALID where there is no such board. A request that is repeated under its key gets
   * the topic that the first one opened.
   *
   * @param request null for none
   */
  Future<TopicView> open(Viewer viewer, NewTopic draft, @Nullable RequestKey request) {
    return mayOpenIn(viewer, draft.boardId())
        .compose(
            board ->
                rendering
                    .render(draft.content())
                    .compose(text -> open(draft(viewer, draft, board, text, request))));
  }

  private static Draft draft(
      Viewer viewer, NewTopic draft, Board board, Rendered text, @Nullable RequestKey request) {
    var ref = new BoardRef(board.id(), board.title(), board.colour());
    return Draft.topic(viewer, ref, draft.title(), draft.content(), text, request);
  }

  private Future<TopicView> open(Draft draft) {
    return database
        .transaction(tx -> writer.open(tx, draft))
        .map(
            written -> {
              writer.committed(draft, written);
              events.added(written, draft);
              return view(draft, written);
            });
  }

  private static TopicView view(Draft draft, Written written) {
    var author = draft.author();
    var summary =
        new TopicSummary(
            written.id(),
            draft.newTitle(),
            draft.newBoard(),
            author.asAuthor(),
            0,
            0,
            written.at(),
            null,
            Pinning.NO,
            false);
    var row =
        new TopicRow(
            summary, draft.content(), draft.text().html(), 1, null, 0, PostState.SHOWN, null);
    return TopicViews.topic(row, Page.of(List.of(), FIRST_PAGE, 0), draft.viewer());
  }

  /** The topic that was opened under a key; empty where there is none, or it is gone. */
  Future<Optional<TopicView>> opened(Viewer viewer, RequestKey request) {
    return writer
        .topicOf(database.client(), viewer.signedIn().id(), request)
        .compose(
            id ->
                id.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : topics
                        .find(database.client(), id.get())
                        .compose(found -> shown(found, viewer)));
  }

  private Future<Optional<TopicView>> shown(Optional<TopicRow> found, Viewer viewer) {
    return found
        .filter(topic -> sees(viewer, topic))
        .map(topic -> view(database.client(), topic, viewer).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /** With its first page of replies. */
  Future<TopicView> view(SqlClient client, TopicRow topic, Viewer viewer) {
    return replies
        .fromFloor(client, topic.summary(), 1, FIRST_PAGE.size())
        .map(rows -> rows.stream().map(row -> TopicViews.reply(row, viewer)).toList())
        .map(items -> Page.of(items, FIRST_PAGE, topic.summary().replyCount()))
        .map(page -> TopicViews.topic(topic, page, viewer));
  }

  static boolean sees(Viewer viewer, TopicRow topic) {
    return PostPolicy.maySee(viewer, topic.summary().board().id());
  }

  /**
   * Fails with INVALID where there is no such board for the viewer, with FORBIDDEN where there is.
   */
  Future<Board> mayOpenIn(Viewer viewer, long boardId) {
    return boards
        .find(viewer, boardId)
        .map(
            found -> {
              var board =
                  found.orElseThrow(
                      () ->
                          ForumException.invalid("boardId", "unknown", "There is no such board."));
              PostPolicy.requireOpen(viewer, boardId);
              return board;
            });
  }
}

package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.access.Viewer;
import parley.board.Board;
import parley.board.BoardRef;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.member.Member;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.post.Draft;
import parley.post.PostEntries;
import parley.post.PostEntries.TopicEdited;
import parley.post.PostEntries.TopicRemoved;
import parley.post.PostWriter;
import parley.post.RequestKey;
import parley.post.Written;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.topic.Mentions.Post;
import parley.topic.TopicEvent.Type;

/**
 * Opens, edits and deletes topics. What the answer shows is read in the transaction; nothing that
 * comes after the commit can fail it.
 */
final class TopicWriting {

  private static final PageRequest FIRST_PAGE = new PageRequest(1, 20);

  private final Database database;
  private final BoardService boards;
  private final RenderingService rendering;
  private final PostWriter writer;
  private final Mentions mentions;
  private final Journal journal;
  private final TopicEvents events;
  private final Clock clock;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  TopicWriting(
      Database database,
      BoardService boards,
      RenderingService rendering,
      PostWriter writer,
      Mentions mentions,
      Journal journal,
      TopicEvents events,
      Clock clock) {
    this.database = database;
    this.boards = boards;
    this.rendering = rendering;
    this.writer = writer;
    this.mentions = mentions;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Fails with INVALID where there is no such board. A request that is repeated under its key gets
   * the topic that the first one opened.
   *
   * @param request null for none
   */
  Future<TopicView> open(Viewer viewer, NewTopic draft, RequestKey request) {
    return mayOpenIn(viewer, draft.boardId())
        .compose(
            board ->
                rendering
                    .render(draft.content())
                    .compose(text -> open(draft(viewer, draft, board, text, request))));
  }

  private static Draft draft(
      Viewer viewer, NewTopic draft, Board board, Rendered text, RequestKey request) {
    var ref = new BoardRef(board.id(), board.title());
    return Draft.topic(viewer, ref, draft.title(), draft.content(), text, request);
  }

  private Future<TopicView> open(Draft draft) {
    return database
        .transaction(tx -> writer.write(tx, draft))
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
            draft.title(),
            draft.board(),
            author.asAuthor(),
            0,
            0,
            written.at(),
            null);
    var row = new TopicRow(summary, draft.content(), draft.text().html(), 1, null, 0);
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
  private Future<TopicView> view(SqlClient client, TopicRow topic, Viewer viewer) {
    return replies
        .fromFloor(client, topic.summary(), 1, FIRST_PAGE.size())
        .map(rows -> rows.stream().map(row -> TopicViews.reply(row, viewer)).toList())
        .map(items -> Page.of(items, FIRST_PAGE, topic.summary().replyCount()))
        .map(page -> TopicViews.topic(topic, page, viewer));
  }

  /**
   * Fails with NOT_FOUND, FORBIDDEN, INVALID (no such board), or CONFLICT (another version). An
   * edit that changes nothing makes no version.
   */
  Future<TopicView> edit(Viewer viewer, long id, TopicEdit edit) {
    return changeable(viewer, id)
        .compose(
            topic -> {
              var whole = edit.completed(topic);
              if (!whole.changes(topic)) {
                return view(database.client(), topic, viewer);
              }
              return mayMoveTo(viewer, topic, whole.boardId())
                  .compose(board -> rendered(topic, whole))
                  .compose(text -> edit(viewer, id, whole, text));
            });
  }

  /** A text that stays as it is was accepted when it was written. */
  private Future<Rendered> rendered(TopicRow before, TopicEdit edit) {
    var id = before.summary().id();
    return edit.content().equals(before.content())
        ? rendering.again(Mentions.TOPICS, id, edit.content())
        : rendering.edit(Mentions.TOPICS, id, edit.content());
  }

  private Future<TopicView> edit(Viewer viewer, long id, TopicEdit edit, Rendered text) {
    return database
        .transaction(tx -> change(tx, viewer, id, edit, text))
        .map(
            view -> {
              journal.wake();
              mentions.wake(text);
              events.topic(Type.TOPIC_CHANGED, view.summary());
              return view;
            });
  }

  private Future<TopicView> change(
      SqlClient tx, Viewer viewer, long id, TopicEdit edit, Rendered text) {
    var caller = viewer.signedIn();
    return locked(tx, id)
        .compose(
            before ->
                topics
                    .change(tx, id, edit, text, mark(before, caller))
                    .compose(changed -> changed ? Future.succeededFuture() : conflict())
                    .compose(
                        done -> mentions.tell(tx, new Post(id, edit.title(), 0, 0), caller, text))
                    .compose(told -> note(tx, before, caller, edit)))
        .compose(noted -> topics.find(tx, id))
        .map(Optional::orElseThrow)
        .compose(topic -> view(tx, topic, viewer));
  }

  private Instant mark(TopicRow before, Member caller) {
    var topic = before.summary();
    return EditMark.after(
        clock.instant(), caller.id(), topic.author().id(), topic.createdAt(), before.editedAt());
  }

  private Future<Void> note(SqlClient tx, TopicRow before, Member caller, TopicEdit edit) {
    var topic = before.summary();
    return journal.add(
        tx,
        PostEntries.TOPIC_EDITED,
        topic.id(),
        new TopicEdited(
            topic.board().id(),
            edit.boardId(),
            topic.author().id(),
            caller.id(),
            topic.replyCount(),
            PostEntries.day(before.activeAt())));
  }

  /** Fails with NOT_FOUND or FORBIDDEN. */
  Future<Void> delete(Viewer viewer, long id) {
    return changeable(viewer, id)
        .compose(topic -> database.transaction(tx -> remove(tx, viewer.signedIn(), id)))
        .map(
            topic -> {
              journal.wake();
              events.topic(Type.TOPIC_DELETED, topic);
              return null;
            });
  }

  private Future<TopicSummary> remove(SqlClient tx, Member caller, long id) {
    return locked(tx, id)
        .compose(
            topic ->
                replies
                    .countByAuthor(tx, id)
                    .compose(
                        counts -> {
                          var summary = topic.summary();
                          return journal.add(
                              tx,
                              PostEntries.TOPIC_REMOVED,
                              id,
                              new TopicRemoved(
                                  summary.board().id(),
                                  summary.author().id(),
                                  caller.id(),
                                  summary.replyCount(),
                                  PostEntries.day(topic.activeAt()),
                                  counts));
                        })
                    .compose(noted -> topics.remove(tx, id, caller.id(), clock.instant()))
                    .map(removed -> topic.summary()));
  }

  private Future<TopicRow> locked(SqlClient tx, long id) {
    return topics
        .lock(tx, id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")));
  }

  /** Fails with NOT_FOUND also where the viewer does not see it. */
  private Future<TopicRow> changeable(Viewer viewer, long id) {
    return topics
        .find(database.client(), id)
        .map(
            found ->
                found
                    .filter(topic -> sees(viewer, topic))
                    .orElseThrow(() -> ForumException.notFound("topic")))
        .map(
            topic -> {
              var summary = topic.summary();
              PostPolicy.requireChange(viewer, summary.board().id(), summary.author().id());
              return topic;
            });
  }

  private static boolean sees(Viewer viewer, TopicRow topic) {
    return PostPolicy.maySee(viewer, topic.summary().board().id());
  }

  private Future<?> mayMoveTo(Viewer viewer, TopicRow topic, long boardId) {
    return topic.summary().board().id() == boardId
        ? Future.succeededFuture()
        : mayOpenIn(viewer, boardId);
  }

  private Future<Board> mayOpenIn(Viewer viewer, long boardId) {
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

  static <T> Future<T> conflict() {
    return Future.failedFuture(
        ForumException.of(
            Kind.CONFLICT, "Somebody has changed this since you read it. Look at it again."));
  }
}

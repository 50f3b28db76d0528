package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import parley.access.BoardScope;
import parley.access.Viewer;
import parley.board.Board;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.topic.Mentions.Post;
import parley.topic.TopicEvent.Type;

/** Topics: listing, opening, editing, deleting. */
public final class TopicService {

  /** In code points. */
  public static final int TITLE_MAX = 200;

  private final Database database;
  private final BoardService boards;
  private final MemberService members;
  private final RenderingService rendering;
  private final Mentions mentions;
  private final TopicEvents events;
  private final Clock clock;
  private final TopicRepository topics = new TopicRepository();
  private final TopicDayRepository days = new TopicDayRepository();
  private final ReplyRepository replies = new ReplyRepository();

  TopicService(
      Database database,
      BoardService boards,
      MemberService members,
      RenderingService rendering,
      Mentions mentions,
      TopicEvents events,
      Clock clock) {
    this.database = database;
    this.boards = boards;
    this.members = members;
    this.rendering = rendering;
    this.mentions = mentions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Newest activity first; of one board, or of all that the viewer sees. Fails with NOT_FOUND where
   * there is no such board.
   */
  public Future<Page<TopicSummary>> list(Viewer viewer, OptionalLong boardId, PageRequest page) {
    return count(viewer, boardId)
        .compose(
            total ->
                page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : page(viewer.boards(boardId), page).map(items -> Page.of(items, page, total)));
  }

  private Future<List<TopicSummary>> page(BoardScope scope, PageRequest page) {
    var client = database.client();
    return days.start(client, scope, page.offset())
        .compose(start -> topics.page(client, scope, start, page.size()));
  }

  private Future<Long> count(Viewer viewer, OptionalLong boardId) {
    return boardId.isPresent()
        ? boards
            .find(viewer, boardId.getAsLong())
            .map(board -> board.orElseThrow(() -> ForumException.notFound("board")).topicCount())
        : boards.all(viewer).map(all -> all.stream().mapToLong(Board::topicCount).sum());
  }

  /** What a member has written, as far as the viewer sees it: for their profile. */
  public Future<Written> writtenBy(Viewer viewer, Member member) {
    var client = database.client();
    var scope = viewer.boards();
    return counts(scope, member)
        .compose(
            counts ->
                topics
                    .recentOf(client, member.id(), scope)
                    .compose(
                        recent ->
                            replies
                                .recentOf(client, member.id(), scope)
                                .map(
                                    recentReplies ->
                                        new Written(
                                            counts.topics(),
                                            counts.replies(),
                                            recent,
                                            recentReplies))));
  }

  private record Counts(long topics, long replies) {}

  /** The kept counters count every board. */
  private Future<Counts> counts(BoardScope scope, Member member) {
    if (scope.isAll()) {
      return Future.succeededFuture(new Counts(member.topicCount(), member.replyCount()));
    }
    var client = database.client();
    return topics
        .countOf(client, member.id(), scope)
        .compose(
            opened ->
                replies
                    .countOf(client, member.id(), scope)
                    .map(replied -> new Counts(opened, replied)));
  }

  /** Whether a member may see a topic; not so where there is none. */
  public Future<Boolean> isSeen(Viewer viewer, long topicId) {
    return topics
        .boardOf(database.client(), topicId)
        .map(board -> board.filter(id -> PostPolicy.maySee(viewer, id)).isPresent());
  }

  /**
   * A topic with a page of its replies: where a floor is given the one that has it, or has what
   * comes after it where it is empty, else the last. Fails with NOT_FOUND.
   */
  Future<TopicView> find(Viewer viewer, long id, PageRequest page, OptionalLong floor) {
    return seen(viewer, id)
        .compose(
            topic ->
                replyPage(topic, page, floor, viewer)
                    .map(replyPage -> TopicViews.topic(topic, replyPage, viewer)));
  }

  /** Fails with NOT_FOUND also where the viewer does not see it. */
  private Future<TopicRow> seen(Viewer viewer, long id) {
    return topics
        .find(database.client(), id)
        .map(
            found ->
                found
                    .filter(topic -> PostPolicy.maySee(viewer, topic.summary().board().id()))
                    .orElseThrow(() -> ForumException.notFound("topic")));
  }

  private Future<Page<ReplyView>> replyPage(
      TopicRow topic, PageRequest wanted, OptionalLong floor, Viewer viewer) {
    var client = database.client();
    var total = topic.summary().replyCount();
    return replies
        .floors(client, topic)
        .compose(
            floors -> {
              var page =
                  floor.isPresent()
                      ? floors.pageOf(floor.getAsLong(), total, wanted.size())
                      : wanted;
              if (page.offset() >= total) {
                return Future.succeededFuture(Page.of(List.of(), page, total));
              }
              return replies
                  .fromFloor(
                      client, topic.summary(), floors.ofOrdinal(page.offset() + 1), page.size())
                  .map(rows -> rows.stream().map(row -> TopicViews.reply(row, viewer)).toList())
                  .map(items -> Page.of(items, page, total));
            });
  }

  /** Fails with INVALID where there is no such board, with FORBIDDEN. */
  Future<TopicView> open(Viewer viewer, NewTopic draft) {
    var author = viewer.signedIn();
    return mayOpenIn(viewer, draft.boardId())
        .compose(board -> rendering.render(draft.content()))
        .compose(
            text ->
                database
                    .transaction(tx -> add(tx, author, draft, text))
                    .onSuccess(id -> mentions.wake(text)))
        .compose(id -> first(id, viewer))
        .onSuccess(topic -> events.topic(Type.TOPIC_ADDED, topic.summary()));
  }

  /**
   * Counts first: the new row takes shared locks of what it refers to, and two transactions that
   * both went from those to the counters' locks would block each other.
   */
  private Future<Long> add(SqlClient tx, Member author, NewTopic draft, Rendered text) {
    return boards
        .count(tx, draft.boardId(), 1, 0)
        .compose(counted -> members.countPosts(tx, author.id(), 1, 0))
        .compose(counted -> topics.add(tx, author.id(), draft, text, clock.instant()))
        .compose(id -> days.count(tx, id).map(id))
        .compose(id -> mentions.tell(tx, new Post(id, draft.title(), 0, 0), author, text).map(id));
  }

  /** Fails with NOT_FOUND, FORBIDDEN, INVALID (no such board), or CONFLICT (another version). */
  Future<TopicView> edit(Viewer viewer, long id, TopicEdit edit) {
    var caller = viewer.signedIn();
    return changeable(viewer, id)
        .compose(
            topic -> {
              var whole = completed(topic, edit);
              return mayMoveTo(viewer, topic, whole.boardId())
                  .compose(board -> rendering.render(whole.content()))
                  .compose(
                      text ->
                          database
                              .transaction(tx -> change(tx, caller, id, whole, text))
                              .onSuccess(changed -> mentions.wake(text)));
            })
        .compose(changed -> first(id, viewer))
        .onSuccess(topic -> events.topic(Type.TOPIC_CHANGED, topic.summary()));
  }

  private static TopicEdit completed(TopicRow topic, TopicEdit edit) {
    return new TopicEdit(
        Objects.requireNonNullElse(edit.title(), topic.summary().title()),
        Objects.requireNonNullElse(edit.content(), topic.content()),
        Objects.requireNonNullElse(edit.boardId(), topic.summary().board().id()),
        edit.version());
  }

  private Future<Void> change(SqlClient tx, Member caller, long id, TopicEdit edit, Rendered text) {
    return topics
        .lock(tx, id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")))
        .compose(
            before ->
                before.summary().board().id() == edit.boardId()
                    ? topics.change(tx, id, edit, text, clock.instant())
                    : move(tx, before.summary(), edit, text))
        .compose(changed -> changed ? Future.succeededFuture() : conflict())
        .compose(changed -> mentions.tell(tx, new Post(id, edit.title(), 0, 0), caller, text));
  }

  private Future<Boolean> move(SqlClient tx, TopicSummary before, TopicEdit edit, Rendered text) {
    return boards
        .count(tx, before.board().id(), -1, -before.replyCount())
        .compose(counted -> boards.count(tx, edit.boardId(), 1, before.replyCount()))
        .compose(
            counted ->
                days.recount(
                    tx,
                    before.id(),
                    () -> topics.change(tx, before.id(), edit, text, clock.instant())));
  }

  /** Fails with NOT_FOUND or FORBIDDEN. */
  Future<Void> delete(Viewer viewer, long id) {
    var caller = viewer.signedIn();
    return changeable(viewer, id)
        .compose(
            topic ->
                database
                    .transaction(tx -> remove(tx, caller, id))
                    .onSuccess(gone -> events.topic(Type.TOPIC_DELETED, topic.summary())));
  }

  private Future<Void> remove(SqlClient tx, Member caller, long id) {
    return topics
        .lock(tx, id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")).summary())
        .compose(
            topic ->
                boards
                    .count(tx, topic.board().id(), -1, -topic.replyCount())
                    .compose(
                        counted ->
                            days.recount(
                                tx, id, () -> topics.remove(tx, id, caller.id(), clock.instant())))
                    .compose(removed -> members.countPosts(tx, topic.author().id(), -1, 0))
                    .compose(counted -> replies.uncountAuthors(tx, id)));
  }

  private Future<TopicRow> changeable(Viewer viewer, long id) {
    return seen(viewer, id)
        .map(
            topic -> {
              var summary = topic.summary();
              PostPolicy.requireChange(viewer, summary.board().id(), summary.author().id());
              return topic;
            });
  }

  private Future<Void> mayMoveTo(Viewer viewer, TopicRow topic, long boardId) {
    return topic.summary().board().id() == boardId
        ? Future.succeededFuture()
        : mayOpenIn(viewer, boardId);
  }

  private Future<Void> mayOpenIn(Viewer viewer, long boardId) {
    return boards
        .find(viewer, boardId)
        .map(
            found -> {
              if (found.isEmpty()) {
                throw ForumException.invalid("boardId", "unknown", "There is no such board.");
              }
              PostPolicy.requireOpen(viewer, boardId);
              return null;
            });
  }

  private Future<TopicView> first(long id, Viewer viewer) {
    return find(viewer, id, new PageRequest(1, 20), OptionalLong.empty());
  }

  static <T> Future<T> conflict() {
    return Future.failedFuture(
        ForumException.of(
            Kind.CONFLICT, "Somebody has changed this since you read it. Look at it again."));
  }
}

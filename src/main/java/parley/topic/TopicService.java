package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
   * Newest activity first; of one board, or of all. Fails with NOT_FOUND where there is no such
   * board.
   */
  public Future<Page<TopicSummary>> list(OptionalLong boardId, PageRequest page) {
    return count(boardId)
        .compose(
            total ->
                page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : page(boardId, page).map(items -> Page.of(items, page, total)));
  }

  private Future<List<TopicSummary>> page(OptionalLong boardId, PageRequest page) {
    var client = database.client();
    return days.start(client, boardId, page.offset())
        .compose(start -> topics.page(client, boardId, start, page.size()));
  }

  private Future<Long> count(OptionalLong boardId) {
    return boardId.isPresent()
        ? boards
            .find(boardId.getAsLong())
            .map(board -> board.orElseThrow(() -> ForumException.notFound("board")).topicCount())
        : boards.all().map(all -> all.stream().mapToLong(Board::topicCount).sum());
  }

  /** What a member wrote last, for their profile. */
  public Future<List<RecentTopic>> recentTopicsOf(long memberId) {
    return topics.recentOf(database.client(), memberId);
  }

  /** What a member replied last, for their profile. */
  public Future<List<RecentReply>> recentRepliesOf(long memberId) {
    return replies.recentOf(database.client(), memberId);
  }

  /**
   * A topic with a page of its replies: where a floor is given the one that has it, or has what
   * comes after it where it is empty, else the last. Fails with NOT_FOUND.
   *
   * @param caller decides the permissions; empty for a guest
   */
  Future<TopicView> find(long id, PageRequest page, OptionalLong floor, Optional<Member> caller) {
    return topics
        .find(database.client(), id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")))
        .compose(
            topic ->
                replyPage(topic, page, floor, caller)
                    .map(replyPage -> TopicViews.topic(topic, replyPage, caller)));
  }

  private Future<Page<ReplyView>> replyPage(
      TopicRow topic, PageRequest wanted, OptionalLong floor, Optional<Member> caller) {
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
                      client,
                      topic.summary().id(),
                      floors.ofOrdinal(page.offset() + 1),
                      page.size())
                  .map(rows -> rows.stream().map(row -> TopicViews.reply(row, caller)).toList())
                  .map(items -> Page.of(items, page, total));
            });
  }

  /** Fails with INVALID where there is no such board. */
  Future<TopicView> open(Member author, NewTopic draft) {
    return boardMustExist(draft.boardId())
        .compose(board -> rendering.render(draft.content()))
        .compose(
            text ->
                database
                    .transaction(tx -> add(tx, author, draft, text))
                    .onSuccess(id -> mentions.wake(text)))
        .compose(id -> first(id, author))
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
  Future<TopicView> edit(Member caller, long id, TopicEdit edit) {
    return changeable(caller, id)
        .compose(
            topic -> {
              var whole = completed(topic, edit);
              return boardMustExist(whole.boardId())
                  .compose(board -> rendering.render(whole.content()))
                  .compose(
                      text ->
                          database
                              .transaction(tx -> change(tx, caller, id, whole, text))
                              .onSuccess(changed -> mentions.wake(text)));
            })
        .compose(changed -> first(id, caller))
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
  Future<Void> delete(Member caller, long id) {
    return changeable(caller, id)
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

  private Future<TopicRow> changeable(Member caller, long id) {
    return topics
        .find(database.client(), id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")))
        .map(
            topic -> {
              PostPolicy.requireChange(caller, topic.summary().author());
              return topic;
            });
  }

  private Future<Board> boardMustExist(long boardId) {
    return boards
        .find(boardId)
        .map(
            found ->
                found.orElseThrow(
                    () -> ForumException.invalid("boardId", "unknown", "There is no such board.")));
  }

  private Future<TopicView> first(long id, Member caller) {
    return find(id, new PageRequest(1, 20), OptionalLong.empty(), Optional.of(caller));
  }

  static <T> Future<T> conflict() {
    return Future.failedFuture(
        ForumException.of(
            Kind.CONFLICT, "Somebody has changed this since you read it. Look at it again."));
  }
}

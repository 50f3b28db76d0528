package parley.topic;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.board.Board;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.member.Member;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.store.Database;

/** Reads topics: lists and pages. */
public final class TopicService {

  /** In code points. */
  public static final int TITLE_MAX = 200;

  private final Database database;
  private final BoardService boards;
  private final TopicRepository topics = new TopicRepository();
  private final TopicDayRepository days = new TopicDayRepository();
  private final ReplyRepository replies = new ReplyRepository();

  TopicService(Database database, BoardService boards) {
    this.database = database;
    this.boards = boards;
  }

  /**
   * Newest activity first; of one board, or of all. Fails with NOT_FOUND where there is no such
   * board.
   */
  public Future<Page<TopicSummary>> list(OptionalLong boardId, PageRequest page) {
    return count(boardId)
        .compose(
            total ->
                page.offset() > 0 && page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : page(boardId, page)
                        .map(items -> Page.of(items, page, atLeast(total, page, items.size()))));
  }

  /** What boards count may be a second behind, and never hides what was found. */
  private static long atLeast(long counted, PageRequest page, int found) {
    return found == 0 ? counted : Math.max(counted, page.offset() + found);
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
}

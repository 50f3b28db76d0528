package parley.topic;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import parley.access.BoardScope;
import parley.access.Viewer;
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
   * Newest activity first; of one board, or of all that the viewer sees. Fails with NOT_FOUND where
   * there is no such board.
   */
  public Future<Page<TopicSummary>> list(Viewer viewer, OptionalLong boardId, PageRequest page) {
    return count(viewer, boardId)
        .compose(
            total ->
                page.offset() > 0 && page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : page(viewer.boards(boardId), page)
                        .map(items -> Page.of(items, page, atLeast(total, page, items.size()))));
  }

  /** What boards count may be a second behind, and never hides what was found. */
  private static long atLeast(long counted, PageRequest page, int found) {
    return found == 0 ? counted : Math.max(counted, page.offset() + found);
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

  /** Those of these topics that the viewer sees, in no order. */
  public Future<List<TopicSummary>> summaries(Viewer viewer, Collection<Long> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : topics.summaries(database.client(), viewer.boards(), ids);
  }

  /** What a member has written, as far as the viewer sees it: for their profile. */
  public Future<WrittenPosts> writtenBy(Viewer viewer, Member member) {
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
                                        new WrittenPosts(
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
}

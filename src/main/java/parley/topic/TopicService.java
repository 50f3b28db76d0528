package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import parley.access.BoardScope;
import parley.access.Viewer;
import parley.board.Board;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.member.Member;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.post.PostRef;
import parley.store.Database;
import parley.topic.ReplyRepository.ReplyRow;

/** Reads topics: lists and pages. */
public final class TopicService {

  /** In code points. */
  public static final int TITLE_MAX = 200;

  private final Database database;
  private final BoardService boards;
  private final Facets facets;
  private final TopicLists lists;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  TopicService(Database database, BoardService boards, Facets facets) {
    this.database = database;
    this.boards = boards;
    this.facets = facets;
    this.lists = new TopicLists(database);
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
                    : lists
                        .page(viewer.boards(boardId), boardId, page)
                        .compose(items -> withFacets(items, viewer))
                        .map(items -> Page.of(items, page, atLeast(total, page, items.size()))));
  }

  /** What boards count may be a second behind, and never hides what was found. */
  private static long atLeast(long counted, PageRequest page, int found) {
    return found == 0 ? counted : Math.max(counted, page.offset() + found);
  }

  private Future<List<TopicSummary>> withFacets(List<TopicSummary> items, Viewer viewer) {
    var posts = items.stream().map(topic -> PostRef.topic(topic.id())).toList();
    return facets
        .of(viewer, posts)
        .map(
            shown ->
                items.stream()
                    .map(
                        topic ->
                            topic.with(shown.getOrDefault(PostRef.topic(topic.id()), Map.of())))
                    .toList());
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
        : topics
            .summaries(database.client(), viewer.boards(), ids)
            .compose(items -> withFacets(items, viewer));
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
                replyPage(topic, page, floor).compose(replyPage -> view(topic, replyPage, viewer)));
  }

  private Future<TopicView> view(TopicRow topic, Page<ReplyRow> page, Viewer viewer) {
    var opening = PostRef.topic(topic.summary().id());
    var posts =
        Stream.concat(
                Stream.of(opening), page.items().stream().map(reply -> PostRef.reply(reply.id())))
            .toList();
    return facets
        .of(viewer, posts)
        .map(
            shown ->
                TopicViews.topic(
                    topic.with(shown.getOrDefault(opening, Map.of())),
                    page.map(
                        reply ->
                            TopicViews.reply(
                                reply,
                                viewer,
                                shown.getOrDefault(PostRef.reply(reply.id()), Map.of()))),
                    viewer));
  }

  /**
   * Where a post is, for features that add to it. Fails with NOT_FOUND also where the viewer does
   * not see it.
   */
  public Future<PostPlace> place(Viewer viewer, PostRef post) {
    return place(database.client(), post)
        .map(
            found ->
                found
                    .filter(place -> PostPolicy.maySee(viewer, place.boardId()))
                    .orElseThrow(
                        () ->
                            ForumException.notFound(
                                post.kind() == PostRef.Kind.TOPIC ? "topic" : "reply")));
  }

  /** The same, whoever may see it; empty where it is gone. */
  public Future<Optional<PostPlace>> place(SqlClient client, PostRef post) {
    return post.kind() == PostRef.Kind.TOPIC
        ? topics.place(client, post.id())
        : replies.place(client, post.id());
  }

  /** Its title and beginning; empty where the viewer sees no such topic. */
  Future<Optional<TopicHead>> head(Viewer viewer, long id) {
    return topics
        .head(database.client(), id)
        .map(found -> found.filter(topic -> PostPolicy.maySee(viewer, topic.boardId())));
  }

  /** Fails with NOT_FOUND also where the viewer does not see it. */
  private Future<TopicRow> seen(Viewer viewer, long id) {
    return topics
        .findAny(database.client(), id)
        .map(
            found ->
                found
                    .filter(topic -> PostPolicy.maySee(viewer, topic))
                    .orElseThrow(() -> ForumException.notFound("topic")));
  }

  private Future<Page<ReplyRow>> replyPage(TopicRow topic, PageRequest wanted, OptionalLong floor) {
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
                  .map(items -> Page.of(items, page, total));
            });
  }
}

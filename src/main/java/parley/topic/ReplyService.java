package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import parley.access.Viewer;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.member.Member;
import parley.member.MemberService;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.topic.Mentions.Post;
import parley.topic.ReplyRepository.ReplyRow;
import parley.topic.TopicEvent.Type;

/**
 * Replies: writing, editing, deleting. Each happens under its topic's lock, so floors have no gap
 * but by deletion.
 */
final class ReplyService {

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

  ReplyService(
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

  /** Fails with NOT_FOUND where there is no such topic, with FORBIDDEN. */
  Future<ReplyView> write(Viewer viewer, NewReply draft) {
    var author = viewer.signedIn();
    return rendering
        .render(draft.content())
        .compose(
            text ->
                database
                    .transaction(tx -> add(tx, viewer, draft, text))
                    .onSuccess(id -> mentions.wake(text)))
        .compose(id -> announced(Type.REPLY_ADDED, id, viewer));
  }

  /** Counts before it inserts, as {@link TopicService} does and for the same reason. */
  private Future<Long> add(SqlClient tx, Viewer viewer, NewReply draft, Rendered text) {
    var author = viewer.signedIn();
    return locked(tx, draft.topicId())
        .map(topic -> replyable(viewer, topic))
        .compose(topic -> count(tx, topic.summary(), author.id(), 1).map(topic))
        .compose(
            topic -> {
              var floor = topic.lastFloor() + 1;
              var now = clock.instant();
              var title = topic.summary().title();
              return days.recount(
                      tx,
                      draft.topicId(),
                      () -> topics.replied(tx, draft.topicId(), floor, author.id(), now))
                  .compose(done -> replies.add(tx, draft, floor, author.id(), text, now))
                  .compose(
                      id ->
                          mentions
                              .tell(tx, new Post(draft.topicId(), title, id, floor), author, text)
                              .map(id));
            });
  }

  /** Fails with NOT_FOUND, FORBIDDEN, or CONFLICT (another version). */
  Future<ReplyView> edit(Viewer viewer, long id, ReplyEdit edit) {
    var caller = viewer.signedIn();
    return changeable(viewer, id)
        .compose(
            reply ->
                rendering.render(edit.content()).compose(text -> change(caller, reply, edit, text)))
        .compose(changed -> announced(Type.REPLY_EDITED, id, viewer));
  }

  private Future<Void> change(Member caller, ReplyRow reply, ReplyEdit edit, Rendered text) {
    return database
        .transaction(
            tx ->
                locked(tx, reply.topicId())
                    .compose(
                        topic ->
                            replies
                                .change(tx, reply.id(), edit, text, clock.instant())
                                .compose(
                                    changed ->
                                        changed
                                            ? mentions.tell(tx, post(topic, reply), caller, text)
                                            : TopicService.<Void>conflict())))
        .onSuccess(changed -> mentions.wake(text));
  }

  private static Post post(TopicRow topic, ReplyRow reply) {
    return new Post(reply.topicId(), topic.summary().title(), reply.id(), reply.floor());
  }

  /** Fails with NOT_FOUND or FORBIDDEN. */
  Future<Void> delete(Viewer viewer, long id) {
    var caller = viewer.signedIn();
    return changeable(viewer, id)
        .compose(
            reply ->
                database
                    .transaction(tx -> remove(tx, caller, reply))
                    .onSuccess(topic -> events.reply(Type.REPLY_DELETED, topic, reply)))
        .mapEmpty();
  }

  private Future<TopicSummary> remove(SqlClient tx, Member caller, ReplyRow reply) {
    return locked(tx, reply.topicId())
        .compose(
            topic ->
                replies
                    .remove(tx, reply.id(), caller.id(), clock.instant())
                    .compose(
                        removed ->
                            removed
                                ? count(tx, topic.summary(), reply.author().id(), -1)
                                : Future.failedFuture(ForumException.notFound("reply")))
                    .compose(
                        counted ->
                            days.recount(
                                tx,
                                topic.summary().id(),
                                () -> topics.unreplied(tx, reply.topicId())))
                    .map(topic.summary()));
  }

  private Future<Void> count(SqlClient tx, TopicSummary topic, long authorId, long change) {
    return boards
        .count(tx, topic.board().id(), 0, change)
        .compose(counted -> members.countPosts(tx, authorId, 0, change));
  }

  private Future<TopicRow> locked(SqlClient tx, long topicId) {
    return topics
        .lock(tx, topicId)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")));
  }

  private static TopicRow replyable(Viewer viewer, TopicRow topic) {
    var board = topic.summary().board().id();
    if (!PostPolicy.maySee(viewer, board)) {
      throw ForumException.notFound("topic");
    }
    PostPolicy.requireReply(viewer, board);
    return topic;
  }

  private Future<ReplyRow> changeable(Viewer viewer, long id) {
    return get(id)
        .map(
            reply -> {
              if (!PostPolicy.maySee(viewer, reply.boardId())) {
                throw ForumException.notFound("reply");
              }
              PostPolicy.requireChange(viewer, reply.boardId(), reply.author().id());
              return reply;
            });
  }

  private Future<ReplyView> announced(Type type, long id, Viewer viewer) {
    return get(id)
        .compose(
            reply ->
                topics
                    .find(database.client(), reply.topicId())
                    .onSuccess(
                        found ->
                            found.ifPresent(topic -> events.reply(type, topic.summary(), reply)))
                    .map(found -> TopicViews.reply(reply, viewer)));
  }

  private Future<ReplyRow> get(long id) {
    return replies
        .find(database.client(), id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("reply")));
  }
}

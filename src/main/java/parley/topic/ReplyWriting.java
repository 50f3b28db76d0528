package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.member.Member;
import parley.post.Draft;
import parley.post.PostEntries;
import parley.post.PostEntries.ReplyEdited;
import parley.post.PostWriter;
import parley.post.ReplyQueue;
import parley.post.RequestKey;
import parley.post.Written;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.topic.Mentions.Post;
import parley.topic.ReplyRepository.ReplyRow;
import parley.topic.TopicEvent.Type;

/**
 * Writes and edits replies. What the answer shows comes from the transaction; nothing that comes
 * after the commit can fail it.
 */
final class ReplyWriting {

  private final Database database;
  private final RenderingService rendering;
  private final PostWriter writer;
  private final ReplyQueue queue;
  private final Mentions mentions;
  private final Journal journal;
  private final TopicEvents events;
  private final Clock clock;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  ReplyWriting(
      Database database,
      RenderingService rendering,
      PostWriter writer,
      ReplyQueue queue,
      Mentions mentions,
      Journal journal,
      TopicEvents events,
      Clock clock) {
    this.database = database;
    this.rendering = rendering;
    this.writer = writer;
    this.queue = queue;
    this.mentions = mentions;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Fails with NOT_FOUND where there is no such topic. A request that is repeated under its key
   * gets the reply that the first one wrote.
   *
   * @param request null for none
   */
  Future<ReplyView> write(Viewer viewer, NewReply draft, @Nullable RequestKey request) {
    return rendering
        .render(draft.content())
        .compose(
            text -> write(Draft.reply(viewer, draft.topicId(), draft.content(), text, request)));
  }

  private Future<ReplyView> write(Draft draft) {
    return queue
        .write(draft)
        .map(
            written -> {
              events.added(written, draft);
              return TopicViews.reply(row(draft, written), draft.viewer());
            });
  }

  private static ReplyRow row(Draft draft, Written written) {
    return new ReplyRow(
        written.id(),
        draft.topicId(),
        written.topic().boardId(),
        written.floor(),
        draft.author().asAuthor(),
        draft.content(),
        draft.text().html(),
        1,
        written.at(),
        null);
  }

  /** The reply that was written under a key; empty where there is none, or it is gone. */
  Future<Optional<ReplyView>> written(Viewer viewer, RequestKey request) {
    return writer
        .replyOf(database.client(), viewer.signedIn().id(), request)
        .compose(
            id ->
                id.isEmpty()
                    ? Future.succeededFuture(Optional.<ReplyRow>empty())
                    : replies.find(database.client(), id.get()))
        .map(
            found ->
                found
                    .filter(reply -> PostPolicy.maySee(viewer, reply.boardId()))
                    .map(reply -> TopicViews.reply(reply, viewer)));
  }

  /**
   * Fails with NOT_FOUND, FORBIDDEN, or CONFLICT (another version). An edit that changes nothing
   * makes no version.
   */
  Future<ReplyView> edit(Viewer viewer, long id, ReplyEdit edit) {
    return changeable(viewer, id)
        .compose(
            before ->
                edit.changes(before)
                    ? rendering
                        .edit(Mentions.REPLIES, id, edit.content())
                        .compose(text -> edit(viewer, before, edit, text))
                    : Future.succeededFuture(TopicViews.reply(before, viewer)));
  }

  private record Edited(TopicSummary topic, ReplyRow reply) {}

  private Future<ReplyView> edit(Viewer viewer, ReplyRow before, ReplyEdit edit, Rendered text) {
    var caller = viewer.signedIn();
    return database
        .transaction(tx -> change(tx, caller, before, edit, text))
        .map(
            edited -> {
              journal.wake();
              mentions.wake(text);
              events.reply(Type.REPLY_EDITED, edited.topic(), edited.reply());
              return TopicViews.reply(edited.reply(), viewer);
            });
  }

  /** The reply's own row is lock enough: what a topic counts does not change. */
  private Future<Edited> change(
      SqlClient tx, Member caller, ReplyRow before, ReplyEdit edit, Rendered text) {
    var id = before.id();
    var editedAt =
        EditMark.after(
            clock.instant(),
            caller.id(),
            before.author().id(),
            before.createdAt(),
            before.editedAt());
    return replies
        .change(tx, id, edit, text, editedAt)
        .compose(changed -> changed ? Future.succeededFuture() : TopicEditing.<Void>conflict())
        .compose(done -> replies.find(tx, id))
        .map(found -> found.orElseThrow(() -> ForumException.notFound("reply")))
        .compose(
            reply ->
                topics
                    .find(tx, reply.topicId())
                    .map(found -> found.orElseThrow(() -> ForumException.notFound("topic")))
                    .compose(topic -> note(tx, caller, topic.summary(), reply, text)));
  }

  private Future<Edited> note(
      SqlClient tx, Member caller, TopicSummary topic, ReplyRow reply, Rendered text) {
    var entry =
        new ReplyEdited(
            topic.id(), reply.floor(), topic.board().id(), reply.author().id(), caller.id());
    var post = new Post(topic.id(), topic.title(), reply.id(), reply.floor());
    return journal
        .add(tx, PostEntries.REPLY_EDITED, reply.id(), entry)
        .compose(noted -> mentions.tell(tx, post, caller, text))
        .map(told -> new Edited(topic, reply));
  }

  /** Fails with NOT_FOUND also where the viewer does not see it. */
  private Future<ReplyRow> changeable(Viewer viewer, long id) {
    return replies
        .find(database.client(), id)
        .map(
            found ->
                found
                    .filter(reply -> PostPolicy.maySee(viewer, reply.boardId()))
                    .orElseThrow(() -> ForumException.notFound("reply")))
        .map(
            reply -> {
              PostPolicy.requireChange(viewer, reply.boardId(), reply.author().id());
              return reply;
            });
  }
}

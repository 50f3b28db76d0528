package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.member.Member;
import parley.post.PostEntries;
import parley.post.PostEntries.TopicEdited;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.topic.Mentions.Post;
import parley.topic.TopicEvent.Type;

/**
 * Edits topics. What the answer shows is read in the transaction; nothing that comes after the
 * commit can fail it.
 */
final class TopicEditing {

  private final Database database;
  private final TopicOpening opening;
  private final RenderingService rendering;
  private final Mentions mentions;
  private final Journal journal;
  private final TopicEvents events;
  private final Clock clock;
  private final TopicRepository topics = new TopicRepository();

  TopicEditing(
      Database database,
      TopicOpening opening,
      RenderingService rendering,
      Mentions mentions,
      Journal journal,
      TopicEvents events,
      Clock clock) {
    this.database = database;
    this.opening = opening;
    this.rendering = rendering;
    this.mentions = mentions;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
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
                return opening.view(database.client(), topic, viewer);
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
        .compose(topic -> opening.view(tx, topic, viewer));
  }

  private @Nullable Instant mark(TopicRow before, Member caller) {
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
                    .filter(topic -> TopicOpening.sees(viewer, topic))
                    .orElseThrow(() -> ForumException.notFound("topic")))
        .map(
            topic -> {
              var summary = topic.summary();
              PostPolicy.requireChange(viewer, summary.board().id(), summary.author().id());
              return topic;
            });
  }

  private Future<?> mayMoveTo(Viewer viewer, TopicRow topic, long boardId) {
    return topic.summary().board().id() == boardId
        ? Future.succeededFuture()
        : opening.mayOpenIn(viewer, boardId);
  }

  static <T> Future<T> conflict() {
    return Future.failedFuture(
        ForumException.of(
            Kind.CONFLICT, "Somebody has changed this since you read it. Look at it again."));
  }
}

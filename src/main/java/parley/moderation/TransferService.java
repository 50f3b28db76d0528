package parley.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.audit.RepeatedAct;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.post.PostRef;
import parley.post.PostState;
import parley.store.Database;
import parley.topic.ModeratedPost;
import parley.topic.TopicSplitting;
import parley.topic.TopicSplitting.Split;
import parley.topic.TopicTransfers;

/** Moves, merges and splits topics. */
final class TransferService {

  private static final String SPLIT = "topic.split";

  private final Database database;
  private final TopicTransfers transfers;
  private final TopicSplitting splitting;
  private final PostChanges changes;
  private final AuditService audit;

  TransferService(
      Database database,
      TopicTransfers transfers,
      TopicSplitting splitting,
      PostChanges changes,
      AuditService audit) {
    this.database = database;
    this.splitting = splitting;
    this.transfers = transfers;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Puts a topic into another board. Fails with NOT_FOUND, with FORBIDDEN, or with INVALID where
   * the viewer sees no such board.
   */
  Future<Void> move(Actor actor, long topicId, long boardId) {
    return database
        .transaction(
            tx ->
                changes
                    .moderated(tx, actor.viewer(), PostRef.topic(topicId))
                    .compose(topic -> move(tx, actor, topic, boardId)))
        .map(
            topic -> {
              if (topic.boardId() != boardId) {
                transfers.moveCommitted(topic, boardId);
                changes.announce(topic);
              }
              return null;
            });
  }

  private Future<ModeratedPost> move(SqlClient tx, Actor actor, ModeratedPost topic, long boardId) {
    if (topic.boardId() == boardId) {
      return Future.succeededFuture(topic);
    }
    requireOpen(actor.viewer(), boardId);
    var act = act("topic.move", topic).with("toBoardId", boardId);
    return transfers
        .move(tx, topic, boardId, actor.id())
        .compose(moved -> audit.add(tx, actor, act))
        .compose(logged -> changes.tell(tx, actor, topic, "move"))
        .map(topic);
  }

  private static void requireOpen(Viewer viewer, long boardId) {
    if (!viewer.sees(boardId)) {
      throw ForumException.invalid("boardId", "unknown", "There is no such board.");
    }
    if (!viewer.in(boardId).open()) {
      throw ForumException.of(Kind.FORBIDDEN, "You may not open topics in this board.");
    }
  }

  private record Merged(ModeratedPost from, ModeratedPost into) {}

  /**
   * Makes a topic and its replies the next replies of another one. A large topic's replies follow
   * in parts. Fails with NOT_FOUND, FORBIDDEN, INVALID where the viewer sees no such other topic,
   * or CONFLICT where one of them is being merged.
   */
  Future<Void> merge(Actor actor, long topicId, long intoId) {
    if (topicId == intoId) {
      throw ForumException.invalid("into", "same", "A topic cannot be merged into itself.");
    }
    return database
        .transaction(tx -> merge(tx, actor, topicId, intoId))
        .compose(
            merged -> {
              changes.committed(merged.from(), PostState.REMOVED);
              changes.announce(merged.from());
              return runMerges(merged.into());
            });
  }

  private Future<Merged> merge(SqlClient tx, Actor actor, long topicId, long intoId) {
    var viewer = actor.viewer();
    return transfers
        .lockBoth(tx, topicId, intoId)
        .compose(
            both -> {
              var from =
                  merging(viewer, both.get(topicId), PostChanges.notFound(PostRef.topic(topicId)));
              var into =
                  merging(
                      viewer,
                      both.get(intoId),
                      ForumException.invalid("into", "unknown", "There is no such topic."));
              return requireFree(tx, topicId)
                  .compose(free -> requireFree(tx, intoId))
                  .compose(free -> transfers.beginMerge(tx, from, into, actor.id()))
                  .compose(
                      begun -> audit.add(tx, actor, act("topic.merge", from).with("into", intoId)))
                  .compose(logged -> changes.tell(tx, actor, from, "merge"))
                  .map(told -> new Merged(from, into));
            });
  }

  private static ModeratedPost merging(
      Viewer viewer, @Nullable ModeratedPost topic, ForumException missing) {
    if (topic == null || !viewer.sees(topic.boardId()) || !topic.isShown()) {
      throw missing;
    }
    if (!PostChanges.moderates(viewer, topic)) {
      throw ForumException.of(Kind.FORBIDDEN, "Only a moderator may do this.");
    }
    return topic;
  }

  private Future<Void> requireFree(SqlClient tx, long topicId) {
    return transfers
        .isMerging(tx, topicId)
        .map(
            merging -> {
              if (merging) {
                throw ForumException.of(Kind.CONFLICT, "This topic is being merged.");
              }
              return null;
            });
  }

  /** Goes on until nothing is left; what a killed process leaves, the job finds. */
  private Future<Void> runMerges(ModeratedPost into) {
    return database
        .transaction(transfers::mergeSome)
        .compose(
            more -> {
              transfers.changed(into);
              return more ? runMerges(into) : Future.succeededFuture();
            });
  }

  /** Goes on with merges that were not finished. */
  Future<Void> resumeMerges() {
    return transfers
        .waiting(database.client())
        .compose(
            into ->
                into.isEmpty()
                    ? Future.succeededFuture()
                    : database
                        .transaction(tx -> transfers.lockBoth(tx, into.get(), into.get()))
                        .compose(
                            found -> runMerges(Objects.requireNonNull(found.get(into.get())))));
  }

  /**
   * Makes a topic of some of a topic's replies. Fails with NOT_FOUND, FORBIDDEN, INVALID or
   * CONFLICT.
   *
   * @param request null where it cannot be sent again
   * @return the id of the new topic
   */
  Future<Long> split(Actor actor, long topicId, SplitDraft draft, @Nullable RepeatedAct request) {
    requireOpen(actor.viewer(), draft.boardId());
    return database
        .transaction(
            tx ->
                changes
                    .moderated(tx, actor.viewer(), PostRef.topic(topicId))
                    .compose(
                        topic ->
                            audit
                                .done(tx, actor, SPLIT, request)
                                .compose(
                                    done ->
                                        done.isPresent()
                                            ? Future.succeededFuture(
                                                new Done(topic, done.get(), null))
                                            : split(tx, actor, topic, draft, request)
                                                .map(
                                                    split ->
                                                        new Done(topic, split.topicId(), split)))))
        .map(
            done -> {
              if (done.split() != null) {
                transfers.changed(done.from());
                splitting.opened(done.topicId(), draft.boardId(), done.split().authorId());
              }
              return done.topicId();
            });
  }

  /**
   * What became of a split.
   *
   * @param split null where an earlier request has done it
   */
  private record Done(ModeratedPost from, long topicId, @Nullable Split split) {}

  private Future<Split> split(
      SqlClient tx,
      Actor actor,
      ModeratedPost topic,
      SplitDraft draft,
      @Nullable RepeatedAct request) {
    if (!topic.isShown()) {
      throw ForumException.of(Kind.CONFLICT, "This topic is not shown.");
    }
    var replies = List.copyOf(draft.replyIds());
    return requireFree(tx, topic.topicId())
        .compose(
            free -> splitting.split(tx, topic, replies, draft.title(), draft.boardId(), actor.id()))
        .compose(
            split ->
                audit
                    .add(
                        tx,
                        actor,
                        Act.of(SPLIT, "topic", split.topicId())
                            .under(request)
                            .with("boardId", draft.boardId())
                            .with("fromTopicId", topic.topicId())
                            .with("replyIds", new JsonArray(draft.replyIds())))
                    .map(split));
  }

  private static Act act(String action, ModeratedPost topic) {
    return Act.of(action, "topic", topic.topicId()).with("boardId", topic.boardId());
  }
}

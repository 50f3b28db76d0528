package parley.moderation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.function.BiFunction;
import parley.audit.Actor;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.post.PostRef;
import parley.post.PostState;
import parley.store.Database;
import parley.topic.ModeratedPost;
import parley.topic.TopicTransfers;

/** Deletes posts and takes that back. */
final class PostRemovalService {

  private final Database database;
  private final PostChanges changes;
  private final TopicTransfers transfers;

  PostRemovalService(Database database, PostChanges changes, TopicTransfers transfers) {
    this.database = database;
    this.transfers = transfers;
    this.changes = changes;
  }

  /** Fails with NOT_FOUND, also where it was deleted already, or with FORBIDDEN. */
  Future<Void> delete(Actor actor, PostRef ref) {
    return change(
        actor,
        ref,
        (tx, post) -> {
          requireDeletable(actor, post);
          return changes.set(tx, actor, post, PostState.REMOVED);
        });
  }

  /** Runs what a change gives after its commit. */
  private Future<Void> change(
      Actor actor, PostRef ref, BiFunction<SqlClient, ModeratedPost, Future<Runnable>> change) {
    return database
        .transaction(
            tx -> changes.seen(tx, actor.viewer(), ref).compose(post -> change.apply(tx, post)))
        .map(
            after -> {
              after.run();
              return null;
            });
  }

  private static void requireDeletable(Actor actor, ModeratedPost post) {
    var viewer = actor.viewer();
    if (post.state() == PostState.REMOVED) {
      throw PostChanges.notFound(post.ref());
    }
    if (!viewer.is(post.authorId()) && !PostChanges.moderates(viewer, post)) {
      throw ForumException.of(Kind.FORBIDDEN, "Only its author or a moderator may do this.");
    }
  }

  /**
   * Shows a post again. Nothing happens where it is shown. Fails with NOT_FOUND, with FORBIDDEN, or
   * with CONFLICT where it was deleted too long ago.
   */
  Future<Void> restore(Actor actor, PostRef ref) {
    return change(
        actor,
        ref,
        (tx, post) -> {
          requireRestorer(actor, post);
          changes.requireRestorable(actor.viewer(), post);
          return requireUnmerged(tx, post)
              .compose(free -> changes.set(tx, actor, post, PostState.SHOWN));
        });
  }

  /** What became part of another topic does not come back. */
  private Future<Void> requireUnmerged(SqlClient tx, ModeratedPost post) {
    return (post.isTopic()
            ? transfers.isMerging(tx, post.topicId())
            : Future.succeededFuture(false))
        .map(
            merging -> {
              if (merging && !post.isShown()) {
                throw ForumException.of(Kind.CONFLICT, "This topic was merged into another one.");
              }
              return null;
            });
  }

  private static void requireRestorer(Actor actor, ModeratedPost post) {
    var viewer = actor.viewer();
    if (!PostChanges.moderates(viewer, post)
        && !PostChanges.isOwnDeletion(viewer, post)
        && !(post.isShown() && viewer.is(post.authorId()))) {
      throw ForumException.of(Kind.FORBIDDEN, "Only a moderator may do this.");
    }
  }
}

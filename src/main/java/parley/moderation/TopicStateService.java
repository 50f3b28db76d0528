package parley.moderation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.post.PostRef;
import parley.post.PostState;
import parley.store.Database;
import parley.topic.ModeratedPost;
import parley.topic.Pinning;
import parley.topic.PostStates;

/** Pins, locks and hides topics. */
final class TopicStateService {

  private final Database database;
  private final PostStates states;
  private final PostChanges changes;
  private final AuditService audit;

  TopicStateService(Database database, PostStates states, PostChanges changes, AuditService audit) {
    this.database = database;
    this.states = states;
    this.changes = changes;
    this.audit = audit;
  }

  /** What was changed, and what comes after the commit. */
  private record Changed(TopicStanding standing, List<Runnable> after) {}

  /** Fails with NOT_FOUND, FORBIDDEN, or CONFLICT where too many topics are pinned. */
  Future<TopicStanding> change(Actor actor, long topicId, StateChange wanted) {
    return database
        .transaction(
            tx ->
                changes
                    .moderated(tx, actor.viewer(), PostRef.topic(topicId))
                    .compose(topic -> change(tx, actor, topic, wanted)))
        .map(
            changed -> {
              changed.after().forEach(Runnable::run);
              return changed.standing();
            });
  }

  private Future<Changed> change(
      SqlClient tx, Actor actor, ModeratedPost topic, StateChange wanted) {
    var pinned = wanted.pinned() == null ? topic.pinned() : wanted.pinned();
    var locked = wanted.locked() == null ? topic.locked() : wanted.locked();
    var state = state(topic, wanted);
    return pin(tx, actor, topic, pinned)
        .compose(done -> lock(tx, actor, topic, locked))
        .compose(done -> changes.set(tx, actor, topic, state))
        .map(
            after -> {
              var all = new ArrayList<Runnable>();
              if (state == PostState.SHOWN
                  && (pinned != topic.pinned() || locked != topic.locked())) {
                all.add(() -> states.standingCommitted(topic));
              }
              all.add(after);
              return new Changed(new TopicStanding(pinned, locked, state == PostState.HIDDEN), all);
            });
  }

  /** What is deleted is neither hidden nor shown: it is restored. */
  private static PostState state(ModeratedPost topic, StateChange wanted) {
    if (wanted.hidden() == null || topic.state() == PostState.REMOVED) {
      return topic.state();
    }
    if (wanted.hidden()) {
      return PostState.HIDDEN;
    }
    return topic.state() == PostState.HIDDEN ? PostState.SHOWN : topic.state();
  }

  private Future<Void> pin(SqlClient tx, Actor actor, ModeratedPost topic, Pinning pinned) {
    return pinned == topic.pinned()
        ? Future.succeededFuture()
        : states
            .pin(tx, topic, pinned)
            .compose(
                done ->
                    audit.add(tx, actor, act("topic.pin", topic).with("pinned", pinned.word())));
  }

  private Future<Void> lock(SqlClient tx, Actor actor, ModeratedPost topic, boolean locked) {
    if (locked == topic.locked()) {
      return Future.succeededFuture();
    }
    var done =
        locked ? states.lock(tx, topic, actor.id(), actor.reason()) : states.unlock(tx, topic);
    var act = act(locked ? "topic.lock" : "topic.unlock", topic);
    return done.compose(set -> audit.add(tx, actor, act));
  }

  private static Act act(String action, ModeratedPost topic) {
    return Act.of(action, "topic", topic.topicId()).with("boardId", topic.boardId());
  }
}

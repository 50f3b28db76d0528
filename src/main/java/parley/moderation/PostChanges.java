package parley.moderation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import parley.access.Viewer;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.notification.Note;
import parley.notification.Notice;
import parley.notification.NotificationKind;
import parley.notification.NotificationService;
import parley.post.PostRef;
import parley.post.PostState;
import parley.topic.ModeratedPost;
import parley.topic.PostStates;

/**
 * Hides, deletes and restores a post in a transaction: with the line in the log and the notice to
 * its author. What it gives is done after the commit.
 */
final class PostChanges {

  /** How long an author may take back that they deleted their post. */
  static final Duration AUTHOR = Duration.ofDays(1);

  /** How long a moderator may restore what was deleted; then it is erased. */
  static final Duration KEPT = Duration.ofDays(30);

  static final NotificationKind KIND = new NotificationKind("moderation", false);

  private final PostStates states;
  private final AuditService audit;
  private final NotificationService notifications;
  private final Clock clock;

  PostChanges(
      PostStates states, AuditService audit, NotificationService notifications, Clock clock) {
    this.states = states;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** A post that the viewer sees, locked. Fails with NOT_FOUND. */
  Future<ModeratedPost> seen(SqlClient tx, Viewer viewer, PostRef ref) {
    return states
        .lock(tx, ref)
        .map(found -> found.filter(post -> sees(viewer, post)).orElseThrow(() -> notFound(ref)));
  }

  /** The same, of one that the viewer moderates. Fails with FORBIDDEN where they do not. */
  Future<ModeratedPost> moderated(SqlClient tx, Viewer viewer, PostRef ref) {
    return seen(tx, viewer, ref)
        .map(
            post -> {
              if (!moderates(viewer, post)) {
                throw ForumException.of(Kind.FORBIDDEN, "Only a moderator may do this.");
              }
              return post;
            });
  }

  static ForumException notFound(PostRef ref) {
    return ForumException.notFound(ref.kind() == PostRef.Kind.TOPIC ? "topic" : "reply");
  }

  /**
   * What is not shown is there for moderators; what an author has deleted, for a while for them.
   */
  private static boolean sees(Viewer viewer, ModeratedPost post) {
    return viewer.sees(post.boardId())
        && (post.isShown() || moderates(viewer, post) || isOwnDeletion(viewer, post));
  }

  static boolean moderates(Viewer viewer, ModeratedPost post) {
    return viewer.in(post.boardId()).moderate();
  }

  static boolean isOwnDeletion(Viewer viewer, ModeratedPost post) {
    var by = post.stateBy();
    return post.state() == PostState.REMOVED
        && (post.isTopic() || post.topicState() == PostState.SHOWN)
        && viewer.is(post.authorId())
        && by != null
        && viewer.is(by);
  }

  /** Whether what was deleted may still be restored by the viewer. */
  void requireRestorable(Viewer viewer, ModeratedPost post) {
    var at = post.stateAt();
    var limit = moderates(viewer, post) ? KEPT : AUTHOR;
    var isLate =
        post.state() == PostState.REMOVED
            && (post.isErased() || at != null && at.plus(limit).isBefore(clock.instant()));
    if (isLate) {
      throw ForumException.of(Kind.CONFLICT, "It was deleted too long ago to be restored.");
    }
  }

  /** Gives a post another state; does nothing where it has it. */
  Future<Runnable> set(SqlClient tx, Actor actor, ModeratedPost post, PostState state) {
    if (post.state() == state) {
      return Future.succeededFuture(() -> {});
    }
    var word = word(post, state);
    var isOwn = post.authorId() == actor.id();
    var type = post.isTopic() ? "topic" : "reply";
    var act =
        Act.of(type + "." + word, type, post.ref().id())
            .with("boardId", post.boardId())
            .with("authorId", post.authorId());
    var isStaff = !isOwn || moderatesOwn(actor, post, state);
    return states
        .set(tx, post, state, actor.id())
        .compose(set -> isStaff ? audit.add(tx, actor, act) : Future.succeededFuture())
        .compose(logged -> tell(tx, actor, post, word))
        .map(
            told ->
                () -> {
                  states.committed(post, state);
                  announce(post);
                });
  }

  /** An author who deletes their post and takes it back acts for themselves. */
  private static boolean moderatesOwn(Actor actor, ModeratedPost post, PostState state) {
    return state == PostState.HIDDEN
        || state == PostState.SHOWN && !isOwnDeletion(actor.viewer(), post);
  }

  private static String word(ModeratedPost post, PostState state) {
    return switch (state) {
      case HIDDEN -> "hide";
      case REMOVED -> "delete";
      case HELD -> "hold";
      case SHOWN -> post.state() == PostState.HELD ? "approve" : "restore";
    };
  }

  /** Tells the author of a post what was done to it, unless they did it themselves. */
  Future<Void> tell(SqlClient tx, Actor actor, ModeratedPost post, String action) {
    if (post.authorId() == actor.id()) {
      return Future.succeededFuture();
    }
    var isGone = action.equals("hide") || action.equals("delete");
    var notice =
        new Notice(
            KIND,
            post.topicId(),
            post.replyId(),
            post.floor(),
            Notice.ofPost(post.topicId(), post.replyId()),
            0,
            clock.instant());
    var note = new Note(action, actor.reason(), isGone ? post.content() : "");
    return notifications.tell(tx, post.authorId(), notice, note);
  }

  /** Says to the open pages of an author that they were told something. */
  void announce(ModeratedPost post) {
    notifications.announce(List.of(post.authorId()));
  }

  void committed(ModeratedPost post, PostState state) {
    states.committed(post, state);
  }
}

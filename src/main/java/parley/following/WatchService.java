package parley.following;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.access.Viewer;
import parley.board.BoardService;
import parley.failure.ForumException;
import parley.post.Facet;
import parley.post.MovingPart;
import parley.post.PostRef;
import parley.store.Database;
import parley.topic.TopicService;

/** Stores which topics and boards members follow or mute. */
final class WatchService implements Facet, MovingPart {

  private final Database database;
  private final TopicService topics;
  private final BoardService boards;
  private final WatchRepository watches = new WatchRepository();

  WatchService(Database database, TopicService topics, BoardService boards) {
    this.database = database;
    this.topics = topics;
    this.boards = boards;
  }

  /** Fails with NOT_FOUND. */
  Future<Watched> topic(Viewer viewer, long id, Level level) {
    return topics
        .place(viewer, PostRef.topic(id))
        .compose(place -> set(viewer, Target.topic(id), level));
  }

  /** Fails with NOT_FOUND. */
  Future<Watched> board(Viewer viewer, long id, Level level) {
    return boards
        .find(viewer, id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("board")))
        .compose(board -> set(viewer, Target.board(board.id()), level));
  }

  private Future<Watched> set(Viewer viewer, Target target, Level level) {
    return watches
        .set(database.client(), viewer.signedIn().id(), target, level)
        .map(set -> new Watched(level));
  }

  /** For topics: of members, where it is not the normal level. */
  @Override
  public Future<Void> merged(SqlClient tx, long topicId, long intoTopicId) {
    return watches.merge(tx, topicId, intoTopicId);
  }

  @Override
  public Future<Map<PostRef, Map<String, Object>>> of(Viewer viewer, List<PostRef> posts) {
    var ids =
        posts.stream().filter(post -> post.kind() == PostRef.Kind.TOPIC).map(PostRef::id).toList();
    if (viewer.member().isEmpty() || ids.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return watches
        .levels(database.client(), viewer.signedIn().id(), Target.TOPIC, ids)
        .map(
            levels -> {
              var shown = new HashMap<PostRef, Map<String, Object>>();
              levels.forEach((id, level) -> shown.put(PostRef.topic(id), Map.of("watch", level)));
              return shown;
            });
  }
}

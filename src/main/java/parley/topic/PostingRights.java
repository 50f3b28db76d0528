package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.post.Draft;
import parley.post.PostState;
import parley.post.PostedTopic;
import parley.post.WritingPart;

/** Refuses replies to topics that their author may not see or not reply to. */
final class PostingRights implements WritingPart {

  @Override
  public Future<PostState> decide(SqlClient tx, Draft draft, @Nullable PostedTopic topic) {
    if (topic != null) {
      if (!PostPolicy.maySee(draft.viewer(), topic.boardId())) {
        return Future.failedFuture(ForumException.notFound("topic"));
      }
      PostPolicy.requireReply(draft.viewer(), topic.boardId(), topic.locked());
    }
    return Future.succeededFuture(PostState.SHOWN);
  }
}

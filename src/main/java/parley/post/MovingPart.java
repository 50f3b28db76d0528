package parley.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/**
 * Takes part when posts become part of another topic, in the transaction that moves them. What is
 * stored by the id of a reply stays as it is.
 */
public interface MovingPart {

  /** A topic's own text has become a reply, or a reply the own text of a topic. */
  default Future<Void> renamed(SqlClient tx, PostRef before, PostRef now) {
    return Future.succeededFuture();
  }

  /** All posts of a topic are in another one. */
  default Future<Void> merged(SqlClient tx, long topicId, long intoTopicId) {
    return Future.succeededFuture();
  }
}

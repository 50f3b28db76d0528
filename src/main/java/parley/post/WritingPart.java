package parley.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.Nullable;

/**
 * Takes part in writing topics and replies. What it does in the transaction is committed with the
 * post, or not at all; the transaction may run again, so it has no effect elsewhere.
 */
public interface WritingPart {

  /**
   * Decides about a post that is about to be written. The future fails to refuse it, with what its
   * author is told; {@link PostState#HELD} holds it back until a moderator decides.
   *
   * @param topic as it is before a reply, whose row the transaction holds; null for a new topic
   */
  default Future<PostState> decide(SqlClient tx, Draft draft, @Nullable PostedTopic topic) {
    return Future.succeededFuture(PostState.SHOWN);
  }

  /** After the rows were written, before the commit. */
  default Future<Void> written(SqlClient tx, Draft draft, Written written) {
    return Future.succeededFuture();
  }

  /** After the commit: wakes who waits for it. What it throws is logged and has no effect. */
  default void committed(Draft draft, Written written) {}
}

package parley.topic;

import io.vertx.sqlclient.Row;

/**
 * The place and the author of a post.
 *
 * @param floor 0 for the topic's own text
 */
public record PostPlace(long topicId, long boardId, long authorId, long floor) {

  static PostPlace of(Row row) {
    return new PostPlace(
        row.getLong("topic_id"),
        row.getLong("board_id"),
        row.getLong("author_id"),
        row.getLong("floor"));
  }
}

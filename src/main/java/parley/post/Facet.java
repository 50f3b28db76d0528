package parley.post;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Something that a feature adds to posts wherever they are shown, such as who likes them. */
public interface Facet {

  /**
   * A post.
   *
   * @param replyId 0 for the topic's own text
   */
  record PostId(long topicId, long replyId) {}

  /** The name of its member in the JSON of a post. */
  String name();

  /** Whether everybody gets the same, so that it may stand in pages that are kept for guests. */
  boolean shared();

  /**
   * What it adds to these posts, by one query for all; a post that is missing gets nothing.
   *
   * @param viewer the member who reads; empty for a guest, and always where it is shared
   */
  Future<Map<PostId, Object>> of(List<PostId> posts, OptionalLong viewer);
}

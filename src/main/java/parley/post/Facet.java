package parley.post;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import parley.access.Viewer;

/**
 * Something that answers show of topics and replies besides their text, such as likes. It is asked
 * once for all posts of an answer. The contract's part of the feature adds the properties to the
 * schemas {@code Topic}, {@code TopicSummary} and {@code Reply}; they are optional there.
 *
 * <p>What guests get is kept until an event drops the tag of the topic, and in lists for the age
 * limit of a kept page.
 */
@FunctionalInterface
public interface Facet {

  /**
   * Properties with their values, by post; a post without any is left out. All posts are such as
   * the viewer sees.
   */
  Future<Map<PostRef, Map<String, Object>>> of(Viewer viewer, List<PostRef> posts);
}

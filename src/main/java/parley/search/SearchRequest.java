package parley.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.paging.PageRequest;

/**
 * What a client asks for.
 *
 * @param board an id or a slug; null for all
 * @param author a username; null for all
 */
record SearchRequest(
    String query,
    Among among,
    @Nullable String board,
    @Nullable String author,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean newest,
    PageRequest page) {

  /** The values of the parameter {@code in}. */
  enum Among {
    ALL,
    TOPICS,
    POSTS,
    MEMBERS,
    MESSAGES
  }
}

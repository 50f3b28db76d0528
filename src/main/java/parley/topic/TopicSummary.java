package parley.topic;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.board.BoardRef;
import parley.member.Author;

/**
 * A topic as lists show it.
 *
 * @param lastReply null while there is none
 * @param locked whether only moderators may reply
 * @param facets what other features show of it
 */
public record TopicSummary(
    long id,
    String title,
    BoardRef board,
    Author author,
    long replyCount,
    long views,
    Instant createdAt,
    @Nullable LastReply lastReply,
    Pinning pinned,
    boolean locked,
    @JsonAnyGetter Map<String, Object> facets) {

  public TopicSummary(
      long id,
      String title,
      BoardRef board,
      Author author,
      long replyCount,
      long views,
      Instant createdAt,
      @Nullable LastReply lastReply,
      Pinning pinned,
      boolean locked) {
    this(
        id,
        title,
        board,
        author,
        replyCount,
        views,
        createdAt,
        lastReply,
        pinned,
        locked,
        Map.of());
  }

  TopicSummary with(Map<String, Object> shown) {
    return new TopicSummary(
        id, title, board, author, replyCount, views, createdAt, lastReply, pinned, locked, shown);
  }
}

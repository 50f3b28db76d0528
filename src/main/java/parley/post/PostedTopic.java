package parley.post;

import java.time.Instant;

/**
 * A topic as the transaction holds it.
 *
 * @param replyCount of the replies that are shown
 * @param lastFloor the highest floor ever given
 * @param activeAt of the last reply that is shown, or of the topic itself
 * @param locked whether only moderators may reply
 */
public record PostedTopic(
    long id,
    long boardId,
    long authorId,
    String title,
    long replyCount,
    long lastFloor,
    Instant createdAt,
    Instant activeAt,
    boolean locked) {

  /** With another reply, which takes the next floor; one that is not shown changes nothing else. */
  PostedTopic replied(PostState state, Instant now) {
    var shown = state == PostState.SHOWN;
    return new PostedTopic(
        id,
        boardId,
        authorId,
        title,
        replyCount + (shown ? 1 : 0),
        lastFloor + 1,
        createdAt,
        shown ? now : activeAt,
        locked);
  }
}

package parley.like;

import org.jspecify.annotations.Nullable;
import parley.bus.Channel;
import parley.post.PostRef;
import parley.topic.PostPlace;

/**
 * The likes of a post have changed.
 *
 * @param replyId null for the topic's own text
 */
record LikeChanged(long topicId, long boardId, @Nullable Long replyId, long likes) {

  static final Channel<LikeChanged> CHANNEL = new Channel<>("parley.like", LikeChanged.class);

  static LikeChanged of(PostRef post, PostPlace place, long likes) {
    var replyId = post.kind() == PostRef.Kind.REPLY ? post.id() : null;
    return new LikeChanged(place.topicId(), place.boardId(), replyId, likes);
  }
}

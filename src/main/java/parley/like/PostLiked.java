package parley.like;

import parley.journal.EntryType;

/**
 * The journal's entry of a new like; its subject is the id of the topic or reply.
 *
 * @param kind the code of a {@link parley.post.PostRef.Kind}
 * @param authorId who wrote what is liked
 */
public record PostLiked(int kind, long topicId, long authorId, long likedBy) {

  public static final EntryType<PostLiked> TYPE = new EntryType<>("post.liked", PostLiked.class);
}

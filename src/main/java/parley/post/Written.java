package parley.post;

import java.time.Instant;

/**
 * A post that was written, as its transaction left it: answers, events and entries of the journal
 * are made of this and of the draft.
 *
 * @param topic with the post in it
 * @param id of the topic or the reply
 * @param floor of a reply; 0 for a topic
 */
public record Written(PostedTopic topic, long id, long floor, PostState state, Instant at) {

  public boolean isReply() {
    return floor > 0;
  }
}

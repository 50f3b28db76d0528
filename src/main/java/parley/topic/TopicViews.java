package parley.topic;

import java.util.Optional;
import parley.member.Member;
import parley.paging.Page;
import parley.topic.ReplyRepository.ReplyRow;

/** Shows what is stored to whoever asks. */
final class TopicViews {

  private TopicViews() {}

  static TopicView topic(TopicRow topic, Page<ReplyView> replies, Optional<Member> caller) {
    return new TopicView(
        topic.summary(),
        topic.content(),
        topic.html(),
        topic.version(),
        topic.editedAt(),
        PostPolicy.topic(caller, topic.summary().author()),
        replies);
  }

  static ReplyView reply(ReplyRow reply, Optional<Member> caller) {
    return new ReplyView(
        reply.id(),
        reply.topicId(),
        reply.floor(),
        reply.author(),
        reply.content(),
        reply.html(),
        reply.version(),
        reply.createdAt(),
        reply.editedAt(),
        PostPolicy.reply(caller, reply.author()));
  }
}

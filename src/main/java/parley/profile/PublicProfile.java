package parley.profile;

import java.time.Instant;
import java.util.List;
import parley.member.Member;
import parley.topic.RecentReply;
import parley.topic.RecentTopic;
import parley.topic.WrittenPosts;

/** A member, with what the viewer sees of their posts. */
record PublicProfile(
    long id,
    String username,
    String image,
    String signature,
    Instant createdAt,
    long topicCount,
    long replyCount,
    List<RecentTopic> recentTopics,
    List<RecentReply> recentReplies) {

  static PublicProfile of(Member member, WrittenPosts written) {
    return new PublicProfile(
        member.id(),
        member.username(),
        member.image(),
        member.signature(),
        member.createdAt(),
        written.topicCount(),
        written.replyCount(),
        written.recentTopics(),
        written.recentReplies());
  }
}

package parley.profile;

import java.time.Instant;
import java.util.List;
import parley.member.Member;
import parley.topic.RecentReply;
import parley.topic.RecentTopic;

/** A member's public data. */
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

  static PublicProfile of(Member member, List<RecentTopic> topics, List<RecentReply> replies) {
    return new PublicProfile(
        member.id(),
        member.username(),
        member.image(),
        member.signature(),
        member.createdAt(),
        member.topicCount(),
        member.replyCount(),
        topics,
        replies);
  }
}

package parley.topic;

import java.util.List;

/** What a member has written: how much, and the last of it, newest first. */
public record WrittenPosts(
    long topicCount,
    long replyCount,
    List<RecentTopic> recentTopics,
    List<RecentReply> recentReplies) {}

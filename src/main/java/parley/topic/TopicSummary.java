package parley.topic;

import java.time.Instant;
import parley.board.BoardRef;
import parley.member.Author;

/**
 * A topic as lists show it.
 *
 * @param lastReply null while there is none
 */
public record TopicSummary(
    long id,
    String title,
    BoardRef board,
    Author author,
    long replyCount,
    long views,
    Instant createdAt,
    LastReply lastReply) {}

package parley.topic;

import java.time.Instant;
import parley.member.Author;

/** The author and the time of the last reply. */
public record LastReply(Author author, Instant createdAt) {}

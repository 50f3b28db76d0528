package parley.topic;

import java.time.Instant;
import parley.member.Author;

/** Who replied last, and when. */
public record LastReply(Author author, Instant createdAt) {}

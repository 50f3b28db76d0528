package parley.mail;

import java.time.Instant;

/**
 * A mail as administrators see it: not what it says, which may hold a secret.
 *
 * @param memberId null where it is for nobody who has an account
 * @param lastError the server's answer, or why it was skipped; null where neither
 * @param nextAttemptAt null once it is done
 */
public record Mail(
    long id,
    String messageId,
    String kind,
    Long memberId,
    String recipient,
    MailState state,
    int attempts,
    String lastError,
    Instant createdAt,
    Instant nextAttemptAt,
    Instant sentAt) {}

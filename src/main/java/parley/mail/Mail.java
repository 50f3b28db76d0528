package parley.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as shown to administrators, without its content, which may contain a secret.
 *
 * @param memberId null if the recipient has no account
 * @param lastError the server's answer, or why it was skipped; otherwise null
 * @param nextAttemptAt null when the mail is done
 */
public record Mail(
    long id,
    String messageId,
    String kind,
    @Nullable Long memberId,
    String recipient,
    MailState state,
    int attempts,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt) {}

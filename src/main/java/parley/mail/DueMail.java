package parley.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import parley.text.Language;

/**
 * A mail that this process has claimed, with the member data needed to send it.
 *
 * @param claim the claim's id, needed to store the outcome; invalid if another sender has taken
 *     over
 * @param attempts including this one
 * @param lastError the error of the previous attempt, or null
 * @param member null if the member no longer exists
 */
record DueMail(
    long id,
    String claim,
    String messageId,
    String kind,
    long memberId,
    String recipient,
    JsonObject data,
    Long causedBy,
    int attempts,
    String lastError,
    Instant createdAt,
    Instant queuedAt,
    Recipient member) {

  /** The preferences of the mail's member. */
  record Recipient(String email, boolean verified, Language language, boolean mentionMails) {}

  boolean isOf(MailKind other) {
    return kind.equals(other.word());
  }

  Language language() {
    return member == null ? Language.EN : member.language();
  }
}

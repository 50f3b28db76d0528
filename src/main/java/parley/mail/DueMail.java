package parley.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import parley.text.Language;

/**
 * A mail that this process has claimed, and what of its member counts now that it is to be sent.
 *
 * @param claim what settles it, as long as nobody has taken it over
 * @param attempts this one counted
 * @param lastError what came of the attempt before, or null
 * @param member null where there is no such member any more
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

  /** The wishes of the member a mail is for. */
  record Recipient(String email, boolean verified, Language language, boolean mentionMails) {}

  boolean isOf(MailKind other) {
    return kind.equals(other.word());
  }

  Language language() {
    return member == null ? Language.EN : member.language();
  }
}

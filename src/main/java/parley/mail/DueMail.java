package parley.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.text.Language;

/**
 * A mail that this process has claimed, with the member data needed to send it.
 *
 * @param claim what settles it, as long as nobody has taken it over
 * @param attempts this one counted
 * @param lastError what came of the attempt before, or null
 * @param kind a kind's word, which this program may not know
 * @param member null where there is no such member any more
 * @param wanted false where the member has switched such mails off
 */
record DueMail(
    long id,
    String claim,
    String messageId,
    String kind,
    long memberId,
    String recipient,
    JsonObject data,
    @Nullable Long causedBy,
    int attempts,
    @Nullable String lastError,
    Instant createdAt,
    Instant queuedAt,
    @Nullable Recipient member,
    boolean wanted) {

  /** The member whom a mail is for. */
  record Recipient(String email, boolean verified, Language language) {}

  /** The same where the member has switched such mails off. */
  DueMail asUnwanted() {
    return new DueMail(
        id, claim, messageId, kind, memberId, recipient, data, causedBy, attempts, lastError,
        createdAt, queuedAt, member, false);
  }

  Language language() {
    return member == null ? Language.EN : member.language();
  }
}

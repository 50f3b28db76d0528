package parley.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.text.Language;

/**
 * A mail that this process has claimed, with the member data needed to send it.
 *
 * @param claim the token of the claim, which is needed to store the result
 * @param attempts the number of attempts, with this one
 * @param lastError the error of the previous attempt, or null
 * @param kind the name of the kind, which this program may not know
 * @param member null if the member no longer exists
 * @param wanted false if the member has switched such mails off
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

  /** The same mail, marked as switched off by the member. */
  DueMail asUnwanted() {
    return new DueMail(
        id, claim, messageId, kind, memberId, recipient, data, causedBy, attempts, lastError,
        createdAt, queuedAt, member, false);
  }

  Language language() {
    return member == null ? Language.EN : member.language();
  }
}

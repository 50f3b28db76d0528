package parley.mail;

import io.vertx.core.json.JsonObject;

/**
 * A mail to be sent.
 *
 * @param memberId the receiving member, whose language and mention preference at the time of
 *     sending apply
 * @param recipient the address, which may differ from the member's current one
 * @param data the values for the kind's template
 * @param causedBy the member whose post caused the mail, or null
 */
public record NewMail(
    MailKind kind, long memberId, String recipient, JsonObject data, Long causedBy) {

  /** A mail caused by the forum itself. */
  public NewMail(MailKind kind, long memberId, String recipient, JsonObject data) {
    this(kind, memberId, recipient, data, null);
  }
}

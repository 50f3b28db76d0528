package parley.mail;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send.
 *
 * @param memberId the recipient; their language and mail settings at the time of sending are used
 * @param recipient the address, which may differ from the member's current one
 * @param data the values for the sentences of the kind
 * @param causedBy the member whose action caused the mail, or null
 */
public record NewMail(
    MailKind kind, long memberId, String recipient, JsonObject data, @Nullable Long causedBy) {

  /** A mail caused by the forum itself. */
  public NewMail(MailKind kind, long memberId, String recipient, JsonObject data) {
    this(kind, memberId, recipient, data, null);
  }
}

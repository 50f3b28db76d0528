package parley.mail;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param memberId who gets it: their language and wishes count when it is sent
 * @param recipient the address it goes to, which need not be the member's present one
 * @param data what the kind's words speak of
 * @param causedBy the member whose action it tells of, or null
 */
public record NewMail(
    MailKind kind, long memberId, String recipient, JsonObject data, @Nullable Long causedBy) {

  /** A mail caused by the forum itself. */
  public NewMail(MailKind kind, long memberId, String recipient, JsonObject data) {
    this(kind, memberId, recipient, data, null);
  }
}

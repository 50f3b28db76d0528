package parley.mail;

import io.vertx.core.json.JsonObject;

/**
 * A mail to be sent.
 *
 * @param memberId who causes or gets it
 * @param recipient the address it goes to, which need not be the member's present one
 * @param data what the kind's template shows
 */
public record NewMail(MailKind kind, long memberId, String recipient, JsonObject data) {}

package parley.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.mail.MailKind;
import parley.mail.NewMail;
import parley.mail.Outbox;

/** Queues the mails about accounts, with their one-time links. */
final class AccountMails {

  private final Outbox outbox;
  private final OneTimeTokens tokens;
  private final String siteUrl;

  AccountMails(Outbox outbox, OneTimeTokens tokens, String siteUrl) {
    this.outbox = outbox;
    this.tokens = tokens;
    this.siteUrl = siteUrl;
  }

  Future<Void> verifyAddress(SqlClient tx, long memberId, String username, String email) {
    return tokens
        .issue(tx, Purpose.VERIFY, new Owner(memberId, email))
        .map(token -> data(username).put("link", siteUrl + "/verify?token=" + token))
        .map(data -> new NewMail(MailKind.VERIFY_ADDRESS, memberId, email, data))
        .compose(mail -> outbox.add(tx, mail));
  }

  Future<Void> resetPassword(SqlClient tx, long memberId, String username, String email) {
    return tokens
        .issue(tx, Purpose.RESET, new Owner(memberId, email))
        .map(
            token ->
                data(username)
                    .put("link", siteUrl + "/reset?token=" + token)
                    .put("minutes", Purpose.RESET.lifetime().toMinutes()))
        .map(data -> new NewMail(MailKind.RESET_PASSWORD, memberId, email, data))
        .compose(mail -> outbox.add(tx, mail));
  }

  Future<Void> passwordChanged(SqlClient tx, long memberId, String username, String email) {
    return outbox.add(tx, new NewMail(MailKind.PASSWORD_CHANGED, memberId, email, data(username)));
  }

  Future<Void> addressChanged(SqlClient tx, long memberId, String username, String oldEmail) {
    return outbox.add(
        tx, new NewMail(MailKind.ADDRESS_CHANGED, memberId, oldEmail, data(username)));
  }

  void wake() {
    outbox.wake();
  }

  private static JsonObject data(String username) {
    return new JsonObject().put("username", username);
  }
}

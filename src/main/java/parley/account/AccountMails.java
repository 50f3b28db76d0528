package parley.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.mail.MailKind;
import parley.mail.NewMail;
import parley.mail.Outbox;

/** Queues the mails about accounts, with their one-time links. */
final class AccountMails {

  /** Proves an address. Data: {@code username}, {@code link}. */
  private static final MailKind VERIFY_ADDRESS =
      kind("verify_address").usefulFor(Purpose.VERIFY.lifetime());

  /** Sets a new password. Data: {@code username}, {@code link}, {@code minutes}. */
  private static final MailKind RESET_PASSWORD =
      kind("reset_password").usefulFor(Purpose.RESET.lifetime());

  /** Tells that the password was changed. Data: {@code username}. */
  private static final MailKind PASSWORD_CHANGED = kind("password_changed");

  /** Tells the old address that there is a new one. Data: {@code username}. */
  private static final MailKind ADDRESS_CHANGED = kind("address_changed");

  static final List<MailKind> KINDS =
      List.of(VERIFY_ADDRESS, RESET_PASSWORD, PASSWORD_CHANGED, ADDRESS_CHANGED);

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
        .map(data -> new NewMail(VERIFY_ADDRESS, memberId, email, data))
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
        .map(data -> new NewMail(RESET_PASSWORD, memberId, email, data))
        .compose(mail -> outbox.add(tx, mail));
  }

  Future<Void> passwordChanged(SqlClient tx, long memberId, String username, String email) {
    return outbox.add(tx, new NewMail(PASSWORD_CHANGED, memberId, email, data(username)));
  }

  Future<Void> addressChanged(SqlClient tx, long memberId, String username, String oldEmail) {
    return outbox.add(tx, new NewMail(ADDRESS_CHANGED, memberId, oldEmail, data(username)));
  }

  private static MailKind kind(String word) {
    return MailKind.of(word, AccountMails.class);
  }

  void wake() {
    outbox.wake();
  }

  private static JsonObject data(String username) {
    return new JsonObject().put("username", username);
  }
}

package parley.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.account.AddressRepository.Holder;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.mail.MailKind;
import parley.mail.NewMail;
import parley.mail.Outbox;
import parley.member.Member;

/** Queues the mails about accounts, with their one-time links. */
final class AccountMails {

  /** Verifies an address. Data: {@code username}, {@code link}. */
  private static final MailKind VERIFY_ADDRESS =
      kind("verify_address").usefulFor(Purpose.VERIFY.lifetime());

  /**
   * Sets a new password. Data: {@code username}, {@code link}, {@code minutes}. So many an hour
   * that what strangers may ask for leaves some for the owner: see {@code limits.reset}.
   */
  private static final MailKind RESET_PASSWORD =
      kind("reset_password").usefulFor(Purpose.RESET.lifetime()).atMost(20, 20);

  /** Reports that the password was changed. Data: {@code username}. */
  private static final MailKind PASSWORD_CHANGED = kind("password_changed");

  /**
   * Reports to the current address that the member has requested another one. Data: {@code
   * username}, {@code undo}, and a {@code link} if that is true.
   */
  private static final MailKind ADDRESS_REQUESTED =
      kind("address_requested").usefulFor(Purpose.UNDO.lifetime());

  /** Reports to the old address that there is a new one. Data: {@code username}, {@code link}. */
  private static final MailKind ADDRESS_CHANGED =
      kind("address_changed").usefulFor(Purpose.UNDO.lifetime());

  /**
   * Reports to the owner of an address that somebody else tried to use it. Data: {@code username},
   * {@code link}.
   */
  private static final MailKind ADDRESS_KNOWN = kind("address_known");

  static final List<MailKind> KINDS =
      List.of(
          VERIFY_ADDRESS,
          RESET_PASSWORD,
          PASSWORD_CHANGED,
          ADDRESS_REQUESTED,
          ADDRESS_CHANGED,
          ADDRESS_KNOWN);

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
    return email.isEmpty()
        ? Future.succeededFuture()
        : outbox.add(tx, new NewMail(PASSWORD_CHANGED, memberId, email, data(username)));
  }

  /**
   * Only a verified address gets a link: the owner of any other address is unknown, and the link
   * gives access to the account.
   */
  Future<Void> addressRequested(SqlClient tx, Member member) {
    if (member.email().isEmpty()) {
      return Future.succeededFuture();
    }
    var data = data(member.username()).put("undo", member.emailVerified());
    return (member.emailVerified()
            ? undoLink(tx, member.id(), member.email()).map(link -> data.put("link", link))
            : Future.succeededFuture(data))
        .compose(
            filled ->
                outbox.add(
                    tx, new NewMail(ADDRESS_REQUESTED, member.id(), member.email(), filled)));
  }

  /**
   * @param before the member with the old address, which was verified
   */
  Future<Void> addressChanged(SqlClient tx, Holder before) {
    return undoLink(tx, before.id(), before.email())
        .map(link -> data(before.username()).put("link", link))
        .compose(
            data ->
                outbox.add(tx, new NewMail(ADDRESS_CHANGED, before.id(), before.email(), data)));
  }

  private Future<String> undoLink(SqlClient tx, long memberId, String email) {
    return tokens
        .issue(tx, Purpose.UNDO, new Owner(memberId, email))
        .map(token -> siteUrl + "/undo?token=" + token);
  }

  Future<Void> addressKnown(SqlClient tx, Holder holder) {
    var data = data(holder.username()).put("link", siteUrl + "/login");
    return outbox.add(tx, new NewMail(ADDRESS_KNOWN, holder.id(), holder.email(), data));
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

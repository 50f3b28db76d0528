package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.member.Member;
import parley.member.MemberEntries;
import parley.member.MemberEntries.Changed;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.SignedIn;
import parley.session.SessionService;
import parley.store.Database;
import parley.text.Text;

/** Changes to a member's own account. */
final class SettingsService {

  private final Database database;
  private final MemberService members;
  private final MemberEvents events;
  private final SessionService sessions;
  private final SignInService signIns;
  private final Passwords passwords;
  private final AccountMails mails;
  private final Journal journal;
  private final AccountRepository accounts = new AccountRepository();

  SettingsService(
      Database database,
      MemberService members,
      MemberEvents events,
      SessionService sessions,
      SignInService signIns,
      Passwords passwords,
      AccountMails mails,
      Journal journal) {
    this.database = database;
    this.members = members;
    this.events = events;
    this.sessions = sessions;
    this.signIns = signIns;
    this.passwords = passwords;
    this.mails = mails;
    this.journal = journal;
  }

  /** Fails with INVALID if a value breaks the rules, or if the name or address is taken. */
  Future<Member> changeProfile(long memberId, ProfileChange change) {
    return database
        .transaction(
            tx ->
                accounts
                    .lock(tx, memberId)
                    .compose(locked -> members.find(tx, memberId))
                    .map(found -> found.orElseThrow(() -> ForumException.notFound("member")))
                    .compose(member -> change(tx, member, change)))
        .onSuccess(
            changed -> {
              events.changed(memberId);
              mails.wake();
              journal.wake();
            })
        .compose(changed -> members.get(memberId));
  }

  private Future<Void> change(SqlConnection tx, Member member, ProfileChange change) {
    var username = Objects.requireNonNullElse(change.username(), member.username());
    var email = Objects.requireNonNullElse(change.email(), member.email());
    var signature = Objects.requireNonNullElse(change.signature(), member.signature());
    var language = Objects.requireNonNullElse(change.language(), member.language());
    var mentionMails = Objects.requireNonNullElse(change.mentionMails(), member.mentionMails());
    return accounts
        .change(tx, member, username, email, signature)
        .compose(changed -> accounts.prefer(tx, member.id(), language, mentionMails))
        .compose(changed -> journal.add(tx, MemberEntries.CHANGED, member.id(), new Changed(true)))
        .compose(
            changed ->
                change.moves(member)
                    ? announceMove(tx, member, username, email)
                    : Future.succeededFuture());
  }

  private Future<Void> announceMove(
      SqlConnection tx, Member member, String username, String email) {
    return mails
        .verifyAddress(tx, member.id(), username, email)
        .compose(
            queued -> mails.addressChanged(tx, member.id(), member.username(), member.email()));
  }

  /** Fails with INVALID if the old password is wrong. Ends the member's other sessions. */
  Future<Void> changePassword(SignedIn caller, String oldPassword, String newPassword) {
    var text = new Text();
    AccountRules.password(text, "newPassword", newPassword);
    text.check();
    return signIns
        .checkPassword(caller.member().id(), oldPassword)
        .recover(SettingsService::wrongOldPassword)
        .compose(fits -> passwords.hash(newPassword))
        .compose(hash -> setPassword(caller.member(), hash))
        .compose(set -> sessions.endOthers(caller, caller.member().passwordVersion() + 1))
        .onSuccess(done -> mails.wake());
  }

  private Future<Void> setPassword(Member member, String hash) {
    return database.transaction(
        tx ->
            accounts
                .setPassword(tx, member.id(), member.passwordVersion(), hash)
                .compose(
                    set ->
                        set
                            ? mails.passwordChanged(
                                tx, member.id(), member.username(), member.email())
                            : Future.failedFuture(
                                ForumException.of(
                                    Kind.CONFLICT, "The password has just been changed."))));
  }

  private static Future<Void> wrongOldPassword(Throwable failure) {
    return Future.failedFuture(
        failure instanceof ForumException refusal && refusal.kind() == Kind.UNAUTHENTICATED
            ? ForumException.invalid("oldPassword", "wrong", "This is not your password.")
            : failure);
  }
}

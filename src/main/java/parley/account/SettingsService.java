package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.Optional;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.member.Member;
import parley.member.MemberEntries;
import parley.member.MemberEntries.Changed;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.SignedIn;
import parley.session.Confirmations;
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
  private final Confirmations confirmations;
  private final NameService names;
  private final AddressService addresses;
  private final AccountMails mails;
  private final AccountTasks tasks;
  private final Journal journal;
  private final AccountRepository accounts = new AccountRepository();

  SettingsService(
      Database database,
      MemberService members,
      MemberEvents events,
      SessionService sessions,
      SignInService signIns,
      Passwords passwords,
      Confirmations confirmations,
      NameService names,
      AddressService addresses,
      AccountMails mails,
      AccountTasks tasks,
      Journal journal) {
    this.database = database;
    this.members = members;
    this.events = events;
    this.sessions = sessions;
    this.signIns = signIns;
    this.passwords = passwords;
    this.confirmations = confirmations;
    this.names = names;
    this.addresses = addresses;
    this.mails = mails;
    this.tasks = tasks;
    this.journal = journal;
  }

  /**
   * Changes the given fields. A new address takes effect once it is verified. Fails with INVALID if
   * a value breaks the rules or the name is taken, but does not reveal whether an address is known.
   */
  Future<Member> changeProfile(Member caller, ProfileChange change) {
    return checkName(caller, change)
        .compose(
            good ->
                database.transaction(
                    tx ->
                        accounts
                            .lock(tx, caller.id())
                            .compose(locked -> members.find(tx, caller.id()))
                            .map(
                                found -> found.orElseThrow(() -> ForumException.notFound("member")))
                            .compose(member -> change(tx, member, change))))
        .onSuccess(
            task -> {
              events.changed(caller.id());
              mails.wake();
              journal.wake();
              task.ifPresent(tasks::soon);
            })
        .compose(changed -> members.get(caller.id()));
  }

  private Future<Void> checkName(Member member, ProfileChange change) {
    if (change.username() == null || change.username().equals(member.username())) {
      return Future.succeededFuture();
    }
    var text = new Text();
    return names
        .check(text, change.username(), member.id(), member.username())
        .map(
            checked -> {
              text.check();
              return null;
            });
  }

  /** Returns the task that mails the link for a new address. */
  private Future<Optional<Long>> change(SqlConnection tx, Member member, ProfileChange change) {
    var username = Objects.requireNonNullElse(change.username(), member.username());
    var moves = change.moves(member);
    var email = change.email();
    var written = moves || email == null ? member.email() : email;
    var signature = Objects.requireNonNullElse(change.signature(), member.signature());
    var language = Objects.requireNonNullElse(change.language(), member.language());
    var mentionMails = Objects.requireNonNullElse(change.mentionMails(), member.mentionMails());
    return accounts
        .change(tx, member, username, written, signature)
        .compose(changed -> names.renamed(tx, member.id(), member.username(), username))
        .compose(changed -> accounts.prefer(tx, member.id(), language, mentionMails))
        .compose(changed -> journal.add(tx, MemberEntries.CHANGED, member.id(), new Changed(true)))
        .compose(
            changed -> {
              if (email == null) {
                return Future.succeededFuture(Optional.empty());
              }
              return moves
                  ? addresses.want(tx, member, email).map(Optional::of)
                  : staysAt(tx, member).map(Optional.empty());
            });
  }

  /** A member who enters the current address again cancels the request for another one. */
  private Future<Void> staysAt(SqlConnection tx, Member member) {
    return addresses
        .pending(member)
        .compose(
            pending ->
                pending.isPresent()
                    ? addresses.forgetWanted(tx, member)
                    : Future.succeededFuture());
  }

  /**
   * Confirms the session with the password, so that it may change the address for some minutes.
   * Fails with INVALID if the password is wrong.
   */
  Future<Void> confirm(SignedIn caller, String password, String field) {
    return signIns
        .checkPassword(caller.member().id(), password)
        .recover(failure -> wrongPassword(failure, field))
        .compose(fits -> confirmations.open(caller));
  }

  /** Fails with INVALID if the old password is wrong. Ends the member's other sessions. */
  Future<Void> changePassword(SignedIn caller, String oldPassword, String newPassword) {
    var text = new Text();
    var prepared = AccountRules.password(text, "newPassword", newPassword);
    text.check();
    return signIns
        .checkPassword(caller.member().id(), oldPassword)
        .recover(failure -> wrongPassword(failure, "oldPassword"))
        .compose(fits -> passwords.hash(prepared))
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

  private static Future<Void> wrongPassword(Throwable failure, String field) {
    return Future.failedFuture(
        failure instanceof ForumException refusal && refusal.kind() == Kind.UNAUTHENTICATED
            ? ForumException.invalid(field, "wrong", "This is not your password.")
            : failure);
  }
}

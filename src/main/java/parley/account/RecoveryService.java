package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import parley.access.AccessService;
import parley.account.AccountTasks.Kind;
import parley.account.AccountTasks.Task;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.failure.ForumException;
import parley.member.Member;
import parley.member.MemberService;
import parley.session.SessionService;
import parley.store.Database;
import parley.text.EmailAddress;

/** Sets new passwords with mailed links. */
final class RecoveryService {

  private final Database database;
  private final MemberService members;
  private final SessionService sessions;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final AccountMails mails;
  private final AccountTasks tasks;
  private final AccessService access;
  private final AddressRepository addresses = new AddressRepository();
  private final AccountRepository accounts = new AccountRepository();

  RecoveryService(
      Database database,
      MemberService members,
      SessionService sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      AccountMails mails,
      AccountTasks tasks,
      AccessService access) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.mails = mails;
    this.tasks = tasks.on(Kind.RESET, this::mailReset);
    this.access = access;
  }

  /**
   * Stores the request, and mails a link later if a member has this address. Neither the result nor
   * its time reveals whether there is one.
   */
  Future<Void> sendReset(String email) {
    var address = email.strip();
    if (!isPossible(address)) {
      return Future.succeededFuture();
    }
    return tasks
        .add(database.client(), Kind.RESET, 0, address)
        .map(
            task -> {
              tasks.soon(task);
              return null;
            });
  }

  private static boolean isPossible(String address) {
    return address.contains("@")
        && address.getBytes(StandardCharsets.UTF_8).length <= EmailAddress.MAX_OCTETS
        && address.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private Future<Void> mailReset(SqlConnection tx, Task task) {
    return members
        .findByEmail(tx, task.email())
        .compose(
            found ->
                found
                    .map(
                        member ->
                            mails.resetPassword(tx, member.id(), member.username(), member.email()))
                    .orElse(Future.succeededFuture()));
  }

  /**
   * Fails with INVALID for a token that is used, expired, unknown, or for an address that the
   * member no longer has. Ends all sessions of the member. Also verifies the address, because the
   * mail was received there.
   */
  Future<Void> resetPassword(String token, String password) {
    return passwords
        .hash(password)
        .compose(hash -> database.transaction(tx -> spendReset(tx, token, hash)))
        .onSuccess(done -> mails.wake())
        .compose(
            owner ->
                sessions
                    .endAll(owner.memberId())
                    .compose(ended -> access.memberChanged(owner.memberId()).otherwiseEmpty()));
  }

  private Future<Owner> spendReset(SqlConnection tx, String token, String passwordHash) {
    return tokens
        .spend(tx, Purpose.RESET, token)
        .map(owner -> owner.orElseThrow(RecoveryService::notGood))
        .compose(
            owner ->
                members
                    .find(tx, owner.memberId())
                    .map(member -> member.orElseThrow(RecoveryService::notGood))
                    .compose(member -> setPassword(tx, member, passwordHash))
                    .compose(set -> prove(tx, owner))
                    .compose(proved -> forgetWanted(tx, owner))
                    .map(owner));
  }

  /**
   * Deletes a request for another address: it may come from someone who does not know the new
   * password.
   */
  private Future<Void> forgetWanted(SqlConnection tx, Owner owner) {
    return addresses
        .forgetWanted(tx, owner.memberId())
        .compose(forgotten -> tokens.removeAll(tx, Purpose.VERIFY, owner.memberId()));
  }

  private Future<Void> setPassword(SqlConnection tx, Member member, String passwordHash) {
    return accounts
        .setPassword(tx, member.id(), member.passwordVersion(), passwordHash)
        .compose(
            set ->
                set
                    ? mails.passwordChanged(tx, member.id(), member.username(), member.email())
                    : Future.failedFuture(notGood()));
  }

  /** Fails, and rolls back the transaction, if the member no longer has this address. */
  private Future<Void> prove(SqlConnection tx, Owner owner) {
    return accounts
        .verify(tx, owner.memberId(), owner.email())
        .compose(proved -> proved ? Future.succeededFuture() : Future.failedFuture(notGood()));
  }

  static ForumException notGood() {
    return ForumException.invalid(
        "token", "not_good", "This link is already used, expired or incomplete.");
  }
}

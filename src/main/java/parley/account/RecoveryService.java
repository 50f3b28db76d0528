package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.session.SessionService;
import parley.store.Database;

/** Handles the links in mails: reset a password, verify an address. */
final class RecoveryService {

  private final Database database;
  private final MemberService members;
  private final SessionService sessions;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final AccountMails mails;
  private final AccountRepository accounts = new AccountRepository();

  RecoveryService(
      Database database,
      MemberService members,
      SessionService sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      AccountMails mails) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.mails = mails;
  }

  /** Mails a link if a member has this address. Otherwise does nothing, with the same result. */
  Future<Void> sendReset(String email) {
    return members
        .findByEmail(email.strip())
        .compose(
            found ->
                found
                    .map(
                        member ->
                            database
                                .transaction(
                                    tx ->
                                        mails.resetPassword(
                                            tx, member.id(), member.username(), member.email()))
                                .onSuccess(queued -> mails.wake()))
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
        .compose(owner -> sessions.endAll(owner.memberId()))
        .onSuccess(done -> mails.wake());
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
                    .map(owner));
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

  /** Mails a new link to verify the address. Fails with CONFLICT if it is already verified. */
  Future<Void> sendVerification(Member member) {
    if (member.emailVerified()) {
      return Future.failedFuture(
          ForumException.of(Kind.CONFLICT, "This address is already verified."));
    }
    return database
        .transaction(tx -> mails.verifyAddress(tx, member.id(), member.username(), member.email()))
        .onSuccess(queued -> mails.wake());
  }

  /**
   * Fails with INVALID for a token that is used, expired, unknown, or for an address that the
   * member no longer has.
   */
  Future<Void> verifyEmail(String token) {
    return database.transaction(
        tx ->
            tokens
                .spend(tx, Purpose.VERIFY, token)
                .map(owner -> owner.orElseThrow(RecoveryService::notGood))
                .compose(owner -> prove(tx, owner)));
  }

  /** Fails, and rolls back the transaction, if the member no longer has this address. */
  private Future<Void> prove(SqlConnection tx, Owner owner) {
    return accounts
        .verify(tx, owner.memberId(), owner.email())
        .compose(proved -> proved ? Future.succeededFuture() : Future.failedFuture(notGood()));
  }

  private static ForumException notGood() {
    return ForumException.invalid(
        "token", "not_good", "This link is already used, expired or incomplete.");
  }
}

package parley.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.store.Database;

/** How a member proves to be one. */
final class SignInService {

  /** An id that no member has. */
  private static final long NOBODY = 0;

  private final Database database;
  private final MemberService members;
  private final Passwords passwords;
  private final Counter succeeded;
  private final Counter refused;
  private final AccountRepository accounts = new AccountRepository();

  SignInService(
      Database database, MemberService members, Passwords passwords, MeterRegistry metrics) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.succeeded = counter(metrics, "succeeded");
    this.refused = counter(metrics, "refused");
  }

  private static Counter counter(MeterRegistry metrics, String result) {
    return Counter.builder("parley.sign.ins")
        .description("Attempts to sign in that were let in, or had a wrong name or password")
        .tag("result", result)
        .register(metrics);
  }

  /**
   * By username or e-mail address. Fails with UNAUTHENTICATED, or with BUSY; neither the answer nor
   * its time tells whether there is such a member.
   */
  Future<Member> signIn(String login, String password) {
    if (passwords.isBusy()) {
      return Future.failedFuture(ForumException.busy());
    }
    return members
        .findByLogin(login.strip())
        .compose(
            found ->
                checkPassword(found.map(Member::id).orElse(NOBODY), password)
                    .map(fits -> found.orElseThrow(SignInService::wrong)))
        .onSuccess(member -> succeeded.increment())
        .onFailure(this::count);
  }

  /** Fails with UNAUTHENTICATED where it is not the member's. */
  Future<Void> checkPassword(long memberId, String password) {
    return accounts
        .passwordHash(database.client(), memberId)
        .compose(
            hash ->
                hash.map(kept -> passwords.check(password, kept))
                    .orElseGet(() -> passwords.checkNobodys(password)))
        .compose(fits -> fits ? Future.succeededFuture() : Future.failedFuture(wrong()));
  }

  /** A store that is down has refused nobody. */
  private void count(Throwable failure) {
    if (failure instanceof ForumException refusal && refusal.kind() == Kind.UNAUTHENTICATED) {
      refused.increment();
    }
  }

  private static ForumException wrong() {
    return ForumException.of(Kind.UNAUTHENTICATED, "The name or the password is wrong.");
  }
}

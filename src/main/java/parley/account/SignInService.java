package parley.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.store.Database;

/** Checks names and passwords at sign-in. */
final class SignInService {

  /** An id that belongs to no member. */
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
        .description("Sign-in attempts that succeeded, or had a wrong name or password")
        .tag("result", result)
        .register(metrics);
  }

  /**
   * Signs in by username or e-mail address. Fails with UNAUTHENTICATED, or with BUSY. Neither the
   * answer nor its time reveals whether the member exists.
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

  /** Fails with UNAUTHENTICATED if the password is wrong. */
  Future<Void> checkPassword(long memberId, String password) {
    return accounts
        .passwordHash(database.client(), memberId)
        .compose(
            hash ->
                hash.map(kept -> passwords.check(password, kept))
                    .orElseGet(() -> passwords.checkNobodys(password)))
        .compose(fits -> fits ? Future.succeededFuture() : Future.failedFuture(wrong()));
  }

  /** Failures of a store are not counted as refused sign-ins. */
  private void count(Throwable failure) {
    if (failure instanceof ForumException refusal && refusal.kind() == Kind.UNAUTHENTICATED) {
      refused.increment();
    }
  }

  private static ForumException wrong() {
    return ForumException.of(Kind.UNAUTHENTICATED, "The name or the password is wrong.");
  }
}

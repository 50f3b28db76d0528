package parley.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.store.Database;
import parley.text.OpaqueString;

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
                hash.filter(kept -> !kept.isEmpty())
                    .map(kept -> fits(memberId, password, kept))
                    .orElseGet(() -> fitsNobody(password)))
        .compose(fits -> fits ? Future.succeededFuture() : Future.failedFuture(wrong()));
  }

  /**
   * Old hashes were made from passwords as typed. If only the typed form matches, the hash is made
   * again from the prepared form, which matches however the password is typed.
   */
  private Future<Boolean> fits(long memberId, String password, String hash) {
    var prepared = OpaqueString.prepare(password);
    return passwords
        .check(prepared, hash)
        .compose(
            fits ->
                fits || prepared.equals(password)
                    ? Future.succeededFuture(fits)
                    : passwords
                        .check(password, hash)
                        .compose(
                            old ->
                                old
                                    ? rehash(memberId, prepared, hash).map(true)
                                    : Future.succeededFuture(false)));
  }

  /** Takes as long as for a member. */
  private Future<Boolean> fitsNobody(String password) {
    var prepared = OpaqueString.prepare(password);
    return passwords
        .checkNobodys(prepared)
        .compose(
            never ->
                prepared.equals(password)
                    ? Future.succeededFuture(false)
                    : passwords.checkNobodys(password));
  }

  /** If this fails the member is signed in anyway, and the next sign-in tries again. */
  private Future<Void> rehash(long memberId, String prepared, String oldHash) {
    return passwords
        .hash(prepared)
        .compose(hash -> accounts.rehash(database.client(), memberId, oldHash, hash))
        .otherwiseEmpty();
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

package parley.account;

import io.vertx.core.Future;
import java.util.Optional;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.MemberService;
import parley.store.Database;

/** How a member proves to be one. */
final class SignInService {

  private final Database database;
  private final MemberService members;
  private final Passwords passwords;
  private final AccountRepository accounts = new AccountRepository();

  SignInService(Database database, MemberService members, Passwords passwords) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
  }

  /**
   * By username or e-mail address. Fails with UNAUTHENTICATED; neither the answer nor its time
   * tells whether there is such a member.
   */
  Future<Member> signIn(String login, String password) {
    return members
        .findByLogin(login.strip())
        .compose(
            found ->
                found
                    .map(member -> checkPassword(member, password).map(found))
                    .orElseGet(() -> passwords.checkNobodys(password).map(Optional.empty())))
        .map(found -> found.orElseThrow(SignInService::wrong));
  }

  /** Fails with UNAUTHENTICATED where it is not the member's. */
  Future<Void> checkPassword(Member member, String password) {
    return accounts
        .passwordHash(database.client(), member.id())
        .compose(hash -> passwords.check(password, hash.orElseThrow(SignInService::wrong)))
        .compose(
            fits -> fits ? Future.succeededFuture() : Future.failedFuture(SignInService.wrong()));
  }

  private static ForumException wrong() {
    return ForumException.of(Kind.UNAUTHENTICATED, "The name or the password is wrong.");
  }
}

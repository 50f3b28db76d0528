package parley.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.member.Member;
import parley.session.SessionService;
import parley.text.Language;

/** Registering and signing in over HTTP. */
final class AccountRoutes {

  private record Credentials(String username, String password) {}

  private record Token(String token) {}

  /** Null for a guest. */
  private record Visitor(@Nullable CurrentUser user) {}

  private record Entry(CurrentUser user, String token) {}

  @JsonInclude(Include.NON_NULL)
  private record Verdict(boolean valid, @Nullable CurrentUser user) {}

  private final SessionService sessions;
  private final RegistrationService registrations;
  private final SignInService signIns;
  private final CurrentUsers users;
  private final Attempts attempts;
  private final RateLimits limits;
  private final AccountLimits allowed;

  AccountRoutes(
      SessionService sessions,
      RegistrationService registrations,
      SignInService signIns,
      CurrentUsers users,
      Attempts attempts,
      RateLimits limits,
      AccountLimits allowed) {
    this.sessions = sessions;
    this.registrations = registrations;
    this.signIns = signIns;
    this.users = users;
    this.attempts = attempts;
    this.limits = limits;
    this.allowed = allowed;
  }

  void bind(Operations operations) {
    operations
        .on("register", this::register)
        .on("login", this::signIn)
        .on("currentUser", this::currentUser)
        .on("currentSession", this::currentSession)
        .on("checkToken", this::checkToken);
  }

  private Future<Answer> register(RoutingContext ctx) {
    var wanted = Body.of(ctx, NewMember.class).checked();
    return attempts
        .count(ctx, "register", allowed.register(), wanted.username())
        .compose(counted -> registrations.register(wanted, language(ctx)))
        .compose(member -> enter(ctx, member))
        .map(entry -> Answer.created(entry).signedIn(entry.token()));
  }

  private Future<Answer> signIn(RoutingContext ctx) {
    var credentials = Body.of(ctx, Credentials.class);
    var login = credentials.username();
    return attempts
        .guess(
            ctx,
            "signIn",
            allowed.signIn(),
            login,
            () -> signIns.signIn(login, credentials.password()))
        .compose(member -> enter(ctx, member))
        .map(entry -> Answer.ok(entry).signedIn(entry.token()));
  }

  private static Language language(RoutingContext ctx) {
    return Language.preferred(
        ctx.acceptableLanguages().stream().map(LanguageHeader::value).toList());
  }

  private Future<Entry> enter(RoutingContext ctx, Member member) {
    attempts.remember(ctx, member);
    return sessions
        .open(member, ctx.request().getHeader(HttpHeaders.USER_AGENT))
        .compose(token -> users.of(member).map(user -> new Entry(user, token)));
  }

  private Future<Answer> currentUser(RoutingContext ctx) {
    return users.of(Caller.member(ctx)).map(Answer::ok);
  }

  private Future<Answer> currentSession(RoutingContext ctx) {
    return Caller.find(ctx)
        .map(caller -> users.of(caller.member()).map(Visitor::new))
        .orElseGet(() -> Future.succeededFuture(new Visitor(null)))
        .map(Answer::ok);
  }

  private Future<Answer> checkToken(RoutingContext ctx) {
    var token = Body.of(ctx, Token.class).token();
    return limits
        .take("token", allowed.token(), token, Caller.address(ctx))
        .compose(allowed -> sessions.authenticate(token))
        .compose(
            owner ->
                owner
                    .map(
                        signedIn ->
                            users.of(signedIn.member()).map(user -> new Verdict(true, user)))
                    .orElse(Future.succeededFuture(new Verdict(false, null))))
        .map(Answer::ok);
  }
}

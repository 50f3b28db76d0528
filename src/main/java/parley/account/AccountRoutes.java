package parley.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.access.AccessService;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.member.Member;
import parley.session.SessionService;
import parley.text.Folding;
import parley.text.Language;
import parley.text.Text;

/** Accounts over HTTP. */
public final class AccountRoutes {

  /**
   * Minimum time for the answer to a forgotten password. It is longer than finding a member and
   * queueing the mail, so that the time does not reveal whether an account exists.
   */
  private static final Duration RESET_ANSWER = Duration.ofMillis(400);

  private record Credentials(String username, String password) {}

  private record Token(String token) {}

  private record Address(String email) {}

  private record NewPassword(String token, String password) {

    NewPassword checked() {
      var text = new Text();
      AccountRules.password(text, "password", password);
      text.check();
      return this;
    }
  }

  private record PasswordChange(String oldPassword, String newPassword) {}

  /** Null for a guest. */
  private record Visitor(@Nullable CurrentUser user) {}

  private record Entry(CurrentUser user, String token) {}

  @JsonInclude(Include.NON_NULL)
  private record Verdict(boolean valid, CurrentUser user) {}

  private final Vertx vertx;
  private final SessionService sessions;
  private final AccessService access;
  private final RegistrationService registrations;
  private final SignInService signIns;
  private final RecoveryService recoveries;
  private final SettingsService settings;
  private final RateLimits limits;
  private final AccountLimits allowed;

  AccountRoutes(
      Vertx vertx,
      SessionService sessions,
      AccessService access,
      RegistrationService registrations,
      SignInService signIns,
      RecoveryService recoveries,
      SettingsService settings,
      RateLimits limits,
      AccountLimits allowed) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.access = access;
    this.registrations = registrations;
    this.signIns = signIns;
    this.recoveries = recoveries;
    this.settings = settings;
    this.limits = limits;
    this.allowed = allowed;
  }

  public void bind(Operations operations) {
    operations
        .on("register", this::register)
        .on("login", this::signIn)
        .on("currentUser", this::currentUser)
        .on("currentSession", this::currentSession)
        .on("checkToken", this::checkToken)
        .on("sendReset", this::sendReset)
        .on("resetPassword", this::resetPassword)
        .on("verifyEmail", this::verifyEmail)
        .on("sendVerification", this::sendVerification)
        .on("changeProfile", this::changeProfile)
        .on("changePassword", this::changePassword);
  }

  private Future<Answer> register(RoutingContext ctx) {
    var wanted = Body.of(ctx, NewMember.class).checked();
    return limits
        .take("register", allowed.register(), Folding.key(wanted.username()), Caller.address(ctx))
        .compose(allowed -> registrations.register(wanted, language(ctx)))
        .compose(member -> enter(ctx, member))
        .map(entry -> Answer.created(entry).signedIn(entry.token()));
  }

  private Future<Answer> signIn(RoutingContext ctx) {
    var credentials = Body.of(ctx, Credentials.class);
    return limits
        .take("signIn", allowed.signIn(), Folding.key(credentials.username()), Caller.address(ctx))
        .compose(allowed -> signIns.signIn(credentials.username(), credentials.password()))
        .compose(member -> enter(ctx, member))
        .map(entry -> Answer.ok(entry).signedIn(entry.token()));
  }

  private static Language language(RoutingContext ctx) {
    return Language.preferred(
        ctx.acceptableLanguages().stream().map(LanguageHeader::value).toList());
  }

  private Future<Entry> enter(RoutingContext ctx, Member member) {
    return sessions
        .open(member, ctx.request().getHeader(HttpHeaders.USER_AGENT))
        .compose(token -> shown(member).map(user -> new Entry(user, token)));
  }

  private Future<CurrentUser> shown(Member member) {
    return access.permissionsOf(member).map(permissions -> CurrentUser.of(member, permissions));
  }

  private Future<Answer> currentUser(RoutingContext ctx) {
    return shown(Caller.member(ctx)).map(Answer::ok);
  }

  private Future<Answer> currentSession(RoutingContext ctx) {
    return Caller.find(ctx)
        .map(caller -> shown(caller.member()).map(Visitor::new))
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
                    .map(signedIn -> shown(signedIn.member()).map(user -> new Verdict(true, user)))
                    .orElse(Future.succeededFuture(new Verdict(false, null))))
        .map(Answer::ok);
  }

  private Future<Answer> sendReset(RoutingContext ctx) {
    var email = Body.of(ctx, Address.class).email();
    var answerTime = vertx.timer(RESET_ANSWER.toMillis());
    return limits
        .take("reset", allowed.reset(), Folding.key(email), Caller.address(ctx))
        .compose(allowed -> recoveries.sendReset(email))
        .compose(sent -> answerTime)
        .map(now -> Answer.accepted());
  }

  private Future<Answer> resetPassword(RoutingContext ctx) {
    var wanted = Body.of(ctx, NewPassword.class).checked();
    return limits
        .take("resetUpdate", allowed.reset(), wanted.token(), Caller.address(ctx))
        .compose(allowed -> recoveries.resetPassword(wanted.token(), wanted.password()))
        .map(reset -> Answer.noContent());
  }

  private Future<Answer> verifyEmail(RoutingContext ctx) {
    var token = Body.of(ctx, Token.class).token();
    return limits
        .take("verify", allowed.token(), token, Caller.address(ctx))
        .compose(allowed -> recoveries.verifyEmail(token))
        .map(verified -> Answer.noContent());
  }

  private Future<Answer> sendVerification(RoutingContext ctx) {
    var member = Caller.member(ctx);
    return limits
        .take("verification", allowed.reset(), Long.toString(member.id()), Caller.address(ctx))
        .compose(allowed -> recoveries.sendVerification(member))
        .map(sent -> Answer.accepted());
  }

  private Future<Answer> changeProfile(RoutingContext ctx) {
    var member = Caller.member(ctx);
    var change = Body.of(ctx, ProfileChange.class).checked();
    return mayMove(ctx, member, change)
        .compose(allowed -> settings.changeProfile(member.id(), change))
        .compose(this::shown)
        .map(Answer::ok);
  }

  /** A new address gets a mail, even if it belongs to somebody else. So this is rate limited. */
  private Future<Void> mayMove(RoutingContext ctx, Member member, ProfileChange change) {
    var id = Long.toString(member.id());
    return change.moves(member)
        ? limits.take("address", allowed.reset(), id, Caller.address(ctx))
        : Future.succeededFuture();
  }

  private Future<Answer> changePassword(RoutingContext ctx) {
    var caller = Caller.signedIn(ctx);
    var change = Body.of(ctx, PasswordChange.class);
    var id = Long.toString(caller.member().id());
    return limits
        .take("password", allowed.signIn(), id, Caller.address(ctx))
        .compose(
            allowed -> settings.changePassword(caller, change.oldPassword(), change.newPassword()))
        .map(changed -> Answer.noContent());
  }
}

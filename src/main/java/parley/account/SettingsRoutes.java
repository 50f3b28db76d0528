package parley.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.member.Member;
import parley.member.SignedIn;
import parley.session.Confirmations;

/** Changes to one's own account over HTTP. */
final class SettingsRoutes {

  private record PasswordChange(String oldPassword, String newPassword) {}

  private record Confirmation(String password) {}

  private final SettingsService settings;
  private final Confirmations confirmations;
  private final CurrentUsers users;
  private final Attempts attempts;
  private final RateLimits limits;
  private final AccountLimits allowed;

  SettingsRoutes(
      SettingsService settings,
      Confirmations confirmations,
      CurrentUsers users,
      Attempts attempts,
      RateLimits limits,
      AccountLimits allowed) {
    this.settings = settings;
    this.confirmations = confirmations;
    this.users = users;
    this.attempts = attempts;
    this.limits = limits;
    this.allowed = allowed;
  }

  void bind(Operations operations) {
    operations
        .on("changeProfile", this::changeProfile)
        .on("changePassword", this::changePassword)
        .on("confirm", this::confirm);
  }

  private Future<Answer> changeProfile(RoutingContext ctx) {
    var caller = Caller.signedIn(ctx);
    var change = Body.of(ctx, ProfileChange.class).checked();
    return mayMove(ctx, caller, change)
        .compose(allowed -> mayRename(ctx, caller.member(), change))
        .compose(allowed -> settings.changeProfile(caller.member(), change))
        .compose(users::of)
        .map(Answer::ok);
  }

  /**
   * A session alone may not give the account another address. The new one gets a mail, even if it
   * belongs to somebody else, so this is rate limited.
   */
  private Future<Void> mayMove(RoutingContext ctx, SignedIn caller, ProfileChange change) {
    if (!change.moves(caller.member())) {
      return Future.succeededFuture();
    }
    var password = change.currentPassword();
    var confirmed =
        password == null
            ? confirmations.require(caller)
            : confirm(ctx, caller, password, "currentPassword");
    var id = Long.toString(caller.member().id());
    return confirmed.compose(
        sure -> limits.take("address", allowed.reset(), id, Caller.address(ctx)));
  }

  /** Each change of name reserves the old name for a while, so it is rate limited. */
  private Future<Void> mayRename(RoutingContext ctx, Member member, ProfileChange change) {
    return change.renames(member)
        ? limits.take("rename", allowed.rename(), Long.toString(member.id()), Caller.address(ctx))
        : Future.succeededFuture();
  }

  private Future<Answer> confirm(RoutingContext ctx) {
    var password = Body.of(ctx, Confirmation.class).password();
    return confirm(ctx, Caller.signedIn(ctx), password, "password")
        .map(confirmed -> Answer.noContent());
  }

  private Future<Void> confirm(RoutingContext ctx, SignedIn caller, String password, String field) {
    return attempts.guessOf(
        ctx,
        "password",
        allowed.signIn(),
        caller.member(),
        () -> settings.confirm(caller, password, field));
  }

  private Future<Answer> changePassword(RoutingContext ctx) {
    var caller = Caller.signedIn(ctx);
    var change = Body.of(ctx, PasswordChange.class);
    return attempts
        .guessOf(
            ctx,
            "password",
            allowed.signIn(),
            caller.member(),
            () -> settings.changePassword(caller, change.oldPassword(), change.newPassword()))
        .map(changed -> Answer.noContent());
  }
}

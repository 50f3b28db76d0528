package parley.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.text.Text;

/** The operations of links in mails, and those that request such links, over HTTP. */
final class RecoveryRoutes {

  private record Token(String token) {}

  private record Address(String email) {}

  private record NewPassword(String token, String password) {

    NewPassword checked() {
      var text = new Text();
      var checked = new NewPassword(token, AccountRules.password(text, "password", password));
      text.check();
      return checked;
    }
  }

  private final RecoveryService recoveries;
  private final AddressService addresses;
  private final Attempts attempts;
  private final RateLimits limits;
  private final AccountLimits allowed;

  RecoveryRoutes(
      RecoveryService recoveries,
      AddressService addresses,
      Attempts attempts,
      RateLimits limits,
      AccountLimits allowed) {
    this.recoveries = recoveries;
    this.addresses = addresses;
    this.attempts = attempts;
    this.limits = limits;
    this.allowed = allowed;
  }

  void bind(Operations operations) {
    operations
        .on("sendReset", this::sendReset)
        .on("resetPassword", this::resetPassword)
        .on("verifyEmail", this::verifyEmail)
        .on("undoEmail", this::undoEmail)
        .on("sendVerification", this::sendVerification);
  }

  private Future<Answer> sendReset(RoutingContext ctx) {
    var email = Body.of(ctx, Address.class).email();
    return attempts
        .count(ctx, "reset", allowed.reset(), email)
        .compose(counted -> recoveries.sendReset(email))
        .map(noted -> Answer.accepted());
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
        .compose(allowed -> addresses.prove(token))
        .map(verified -> Answer.noContent());
  }

  private Future<Answer> undoEmail(RoutingContext ctx) {
    var token = Body.of(ctx, Token.class).token();
    return limits
        .take("undo", allowed.token(), token, Caller.address(ctx))
        .compose(allowed -> addresses.undo(token))
        .map(undone -> Answer.noContent());
  }

  private Future<Answer> sendVerification(RoutingContext ctx) {
    var member = Caller.member(ctx);
    return limits
        .take("verification", allowed.reset(), Long.toString(member.id()), Caller.address(ctx))
        .compose(allowed -> addresses.mailLinkAgain(member))
        .map(sent -> Answer.accepted());
  }
}

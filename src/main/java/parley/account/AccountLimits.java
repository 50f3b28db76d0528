package parley.account;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Predicate;
import parley.config.Section;
import parley.config.Settings;
import parley.limit.Limit;
import parley.limit.NetworkLimit;

/**
 * Rate limits for actions without a session, and for actions that concern the sign-in to an
 * account.
 *
 * @param reset limits mails with a link for a new password or to verify an address
 * @param token limits checks of session tokens
 * @param rename limits changes of a member's own name
 */
record AccountLimits(Limit register, Limit signIn, Limit reset, Limit token, Limit rename) {

  private static final Section<Limit> REGISTER = new Section<>("limits.register", Limit.class);
  private static final Section<Limit> SIGN_IN = new Section<>("limits.signIn", Limit.class);
  private static final Section<Limit> RESET = new Section<>("limits.reset", Limit.class);
  private static final Section<Limit> TOKEN = new Section<>("limits.token", Limit.class);
  private static final Section<Limit> RENAME = new Section<>("limits.rename", Limit.class);

  static final List<Section<?>> SECTIONS = List.of(REGISTER, SIGN_IN, RESET, TOKEN, RENAME);

  /**
   * The limits of networks that apply before the body of a request is read.
   *
   * @param fromKnownDevice whether a request may exceed the limit of its network
   */
  List<NetworkLimit> ofNetworks(Predicate<RoutingContext> fromKnownDevice) {
    return List.of(
        new NetworkLimit("register", "register", register),
        new NetworkLimit("login", "signIn", signIn, fromKnownDevice),
        new NetworkLimit("checkToken", "token", token),
        new NetworkLimit("verifyEmail", "verify", token),
        new NetworkLimit("undoEmail", "undo", token),
        new NetworkLimit("sendReset", "reset", reset, fromKnownDevice),
        new NetworkLimit("resetPassword", "resetUpdate", reset));
  }

  static AccountLimits of(Settings settings) {
    return new AccountLimits(
        settings.section(REGISTER),
        settings.section(SIGN_IN),
        settings.section(RESET),
        settings.section(TOKEN),
        settings.section(RENAME));
  }
}

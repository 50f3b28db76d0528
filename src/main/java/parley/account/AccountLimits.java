package parley.account;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Predicate;
import parley.config.Section;
import parley.config.Settings;
import parley.limit.Limit;
import parley.limit.NetworkLimit;

/**
 * How often somebody may do what needs no session, or concerns how an account is entered.
 *
 * @param reset also of mails that verify an address
 * @param token of tokens that are checked without a session
 * @param rename of a member's own name
 */
record AccountLimits(Limit register, Limit signIn, Limit reset, Limit token, Limit rename) {

  private static final Section<Limit> REGISTER = new Section<>("limits.register", Limit.class);
  private static final Section<Limit> SIGN_IN = new Section<>("limits.signIn", Limit.class);
  private static final Section<Limit> RESET = new Section<>("limits.reset", Limit.class);
  private static final Section<Limit> TOKEN = new Section<>("limits.token", Limit.class);
  private static final Section<Limit> RENAME = new Section<>("limits.rename", Limit.class);

  static final List<Section<?>> SECTIONS = List.of(REGISTER, SIGN_IN, RESET, TOKEN, RENAME);

  /**
   * What networks are refused for before the body of a request is read.
   *
   * @param fromKnownDevice what the operation may allow to a device beyond its network's limit
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

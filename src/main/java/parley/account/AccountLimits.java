package parley.account;

import java.util.List;
import parley.config.Section;
import parley.config.Settings;
import parley.limit.Limit;
import parley.limit.NetworkLimit;

/**
 * How often somebody may do what needs no session.
 *
 * @param reset also of mails that verify an address
 * @param token of tokens that are checked without a session
 */
record AccountLimits(Limit register, Limit signIn, Limit reset, Limit token) {

  private static final Section<Limit> REGISTER = new Section<>("limits.register", Limit.class);
  private static final Section<Limit> SIGN_IN = new Section<>("limits.signIn", Limit.class);
  private static final Section<Limit> RESET = new Section<>("limits.reset", Limit.class);

  private static final Section<Limit> TOKEN = new Section<>("limits.token", Limit.class);

  static final List<Section<?>> SECTIONS = List.of(REGISTER, SIGN_IN, RESET, TOKEN);

  /** What networks are refused for before the body of a request is read. */
  List<NetworkLimit> ofNetworks() {
    return List.of(
        new NetworkLimit("register", "register", register),
        new NetworkLimit("login", "signIn", signIn),
        new NetworkLimit("checkToken", "token", token),
        new NetworkLimit("verifyEmail", "verify", token),
        new NetworkLimit("sendReset", "reset", reset),
        new NetworkLimit("resetPassword", "resetUpdate", reset));
  }

  static AccountLimits of(Settings settings) {
    return new AccountLimits(
        settings.section(REGISTER),
        settings.section(SIGN_IN),
        settings.section(RESET),
        settings.section(TOKEN));
  }
}

package parley.account;

import java.util.List;
import parley.config.Section;
import parley.config.Settings;
import parley.limit.Limit;

/**
 * How often somebody may do what needs no session.
 *
 * @param reset also of mails that verify an address
 */
record AccountLimits(Limit register, Limit signIn, Limit reset) {

  private static final Section<Limit> REGISTER = new Section<>("limits.register", Limit.class);
  private static final Section<Limit> SIGN_IN = new Section<>("limits.signIn", Limit.class);
  private static final Section<Limit> RESET = new Section<>("limits.reset", Limit.class);

  static final List<Section<?>> SECTIONS = List.of(REGISTER, SIGN_IN, RESET);

  static AccountLimits of(Settings settings) {
    return new AccountLimits(
        settings.section(REGISTER), settings.section(SIGN_IN), settings.section(RESET));
  }
}

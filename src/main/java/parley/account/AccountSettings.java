package parley.account;

import static parley.config.ConfigException.require;

import java.time.Duration;
import parley.config.Section;

/**
 * Rules for accounts.
 *
 * @param verifiedBeforePosting whether members must verify their address before they post, write
 *     messages or upload; registration then does not reveal whether an address is known
 * @param unverifiedDays the number of days after which an unverified address can be used by others;
 *     0: never
 * @param nameRestDays the number of days during which nobody else can take a name that a member
 *     gave up; 0: none
 */
public record AccountSettings(boolean verifiedBeforePosting, int unverifiedDays, int nameRestDays) {

  public static final Section<AccountSettings> SECTION =
      new Section<>("account", AccountSettings.class);

  public AccountSettings {
    require(
        unverifiedDays == 0 || unverifiedDays >= 3, // a link to verify an address works for 2 days
        "unverifiedDays",
        unverifiedDays,
        "0, or 3 or more");
    require(nameRestDays >= 0, "nameRestDays", nameRestDays, "0 or more");
  }

  Duration unverified() {
    return Duration.ofDays(unverifiedDays);
  }

  Duration nameRest() {
    return Duration.ofDays(nameRestDays);
  }
}

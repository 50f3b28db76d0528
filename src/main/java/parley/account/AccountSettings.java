package parley.account;

import static parley.config.ConfigException.require;

import java.time.Duration;
import parley.config.Section;

/**
 * Rules for accounts.
 *
 * @param verifiedBeforePosting whether members must verify their address before they post, write
 *     messages or upload; registration then never tells whether an address is known
 * @param unverifiedDays after so many days an address that is not verified is free again; 0: never
 * @param nameRestDays for so many days nobody else may take a name that a member gave up; 0: at
 *     once
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

package parley.limit;

import parley.config.Section;

/**
 * Settings of all limits.
 *
 * @param enabled false: no limits at all, for load tests
 */
public record LimitSettings(boolean enabled) {

  public static final Section<LimitSettings> SECTION = new Section<>("limits", LimitSettings.class);
}

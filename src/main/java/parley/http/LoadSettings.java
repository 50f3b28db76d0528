package parley.http;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * How many requests this process handles at once: the section {@code load}. All requests count
 * against each limit, so guests are refused first, then reads of members, then writes.
 *
 * @param guests a guest's request is refused while this many are in progress
 * @param reads a member's read is refused while this many are in progress
 * @param all any request is refused while this many are in progress
 */
public record LoadSettings(int guests, int reads, int all) {

  public static final Section<LoadSettings> SECTION = new Section<>("load", LoadSettings.class);

  public LoadSettings {
    require(guests > 0, "guests", guests, "1 or more");
    require(reads >= guests, "reads", reads, "at least guests");
    require(all >= reads, "all", all, "at least reads");
  }
}

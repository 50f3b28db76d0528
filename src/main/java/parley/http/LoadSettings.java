package parley.http;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * How many requests this process works on at once: the section {@code load}. Each number counts
 * everybody's requests, so guests are refused first, then what members read, then what they write.
 *
 * @param guests a guest's request is refused while so many are being worked on
 * @param reads a member's read is refused while so many are being worked on
 * @param all any request is refused while so many are being worked on
 */
public record LoadSettings(int guests, int reads, int all) {

  public static final Section<LoadSettings> SECTION = new Section<>("load", LoadSettings.class);

  public LoadSettings {
    require(guests > 0, "guests", guests, "1 or more");
    require(reads >= guests, "reads", reads, "at least guests");
    require(all >= reads, "all", all, "at least reads");
  }
}

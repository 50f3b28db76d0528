package parley.site;

import static parley.config.ConfigException.require;

import java.util.regex.Pattern;
import parley.config.Section;

/**
 * Public information about the forum beside its name: the section {@code site.about}; each value
 * may be empty.
 *
 * @param welcome a sentence that guests see above the topics, and that describes the forum to
 *     search engines
 * @param rules address of the rules: http, https, or a path of this site
 * @param privacy address of the privacy notice
 * @param imprint address of the imprint
 */
public record SiteSettings(String welcome, String rules, String privacy, String imprint) {

  public static final Section<SiteSettings> SECTION =
      new Section<>("site.about", SiteSettings.class);

  private static final int WELCOME_MAX = 300;
  private static final Pattern ADDRESS = Pattern.compile("|https?://\\S+|/(?![/\\\\])\\S*");

  public SiteSettings {
    welcome = welcome.strip();
    require(welcome.length() <= WELCOME_MAX, "welcome", welcome, "at most 300 characters");
    requireAddress("rules", rules);
    requireAddress("privacy", privacy);
    requireAddress("imprint", imprint);
  }

  private static void requireAddress(String key, String value) {
    require(ADDRESS.matcher(value).matches(), key, value, "an http or https address, or a path");
  }
}

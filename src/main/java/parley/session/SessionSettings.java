package parley.session;

import static parley.config.ConfigException.require;

import java.util.Base64;
import parley.config.Section;

/**
 * How sessions are signed and how long they last.
 *
 * @param key base64 of at least 32 bytes; empty for one that is made once and kept in a file
 * @param days at most 365, which is what the cookie lasts
 */
public record SessionSettings(String key, int days) {

  public static final Section<SessionSettings> SECTION =
      new Section<>("session", SessionSettings.class);

  public SessionSettings {
    require(key.isEmpty() || decodes(key), "key", "***", "base64 of 32 bytes or more");
    require(days > 0 && days <= 365, "days", days, "1 to 365");
  }

  private static boolean decodes(String key) {
    try {
      return Base64.getDecoder().decode(key).length >= 32;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

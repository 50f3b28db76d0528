package parley.session;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Describes a client by its User-Agent (RFC 9110, 10.1.5), so that members recognise their devices
 * in a list.
 */
final class Device {

  /** The order matters, because most browsers also name other browsers. */
  private static final List<Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private static final int LONGEST = 60;
  private static final String UNKNOWN = "Unknown";

  private Device() {}

  /** For example {@code Firefox on Linux}; for unknown clients the first word of the User-Agent. */
  static String name(@Nullable String userAgent) {
    if (userAgent == null || userAgent.isBlank()) {
      return UNKNOWN;
    }
    var browser = find(BROWSERS, userAgent);
    var system = find(SYSTEMS, userAgent);
    if (browser == null) {
      var word = userAgent.strip().split("[\\s/]", 2)[0].replaceAll("\\p{Cntrl}", "");
      return word.isEmpty() ? UNKNOWN : word.substring(0, Math.min(word.length(), LONGEST));
    }
    return system == null ? browser : browser + " on " + system;
  }

  private static @Nullable String find(List<Entry<String, String>> names, String userAgent) {
    for (var name : names) {
      if (userAgent.contains(name.getKey())) {
        return name.getValue();
      }
    }
    return null;
  }
}

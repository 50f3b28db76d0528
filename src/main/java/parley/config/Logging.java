package parley.config;

import static parley.config.ConfigException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * The content and the format of the log: the section {@code logging}.
 *
 * @param levels each a logger's name, an equals sign and a level
 * @param slowRequestMs 0 for none
 * @param slowQueryMs 0 for none
 */
public record Logging(
    Format format, Set<String> levels, boolean access, int slowRequestMs, int slowQueryMs) {

  /** How a line is written. */
  public enum Format {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("json")
    JSON
  }

  public Logging {
    for (var level : levels) {
      require(
          level.matches("[A-Za-z0-9_.$-]+=(off|error|warn|info|debug|trace)"),
          "levels",
          level,
          "a logger and off, error, warn, info, debug or trace, such as parley.mail=debug");
    }
    require(slowRequestMs >= 0, "slowRequestMs", slowRequestMs, "0 or more");
    require(slowQueryMs >= 0, "slowQueryMs", slowQueryMs, "0 or more");
    levels = Set.copyOf(levels);
  }
}

package parley.config;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that had another name, which is still taken, so that an older file or environment starts a
 * newer forum. Each use of one is told to the log in one line.
 */
final class RenamedKeys {

  private static final Logger log = LoggerFactory.getLogger(RenamedKeys.class);

  private record Renamed(Pattern before, String now) {}

  private static final Renamed[] KEYS = {
    new Renamed(Pattern.compile("(limits\\.\\w+\\.)perMember"), "$1perAccount"),
    new Renamed(Pattern.compile("(limits\\.\\w+\\.)perAddress"), "$1perNetwork"),
    new Renamed(Pattern.compile("(bridge\\.)guestsPerAddress"), "$1guestsPerNetwork")
  };

  private static final Renamed[] VARIABLES = {
    new Renamed(Pattern.compile("(PARLEY_LIMITS_\\w+)_PER_MEMBER"), "$1_PER_ACCOUNT"),
    new Renamed(Pattern.compile("(PARLEY_LIMITS_\\w+)_PER_ADDRESS"), "$1_PER_NETWORK"),
    new Renamed(Pattern.compile("(PARLEY_BRIDGE_GUESTS_PER)_ADDRESS"), "$1_NETWORK")
  };

  private RenamedKeys() {}

  /** A copy of a file's keys with the names of today. */
  static JsonObject inFile(JsonObject file) {
    return inSection(file, "");
  }

  private static JsonObject inSection(JsonObject section, String at) {
    var renamed = new JsonObject();
    for (var entry : section) {
      var key = now(KEYS, at + entry.getKey());
      var name = key.substring(at.length());
      if (!name.equals(entry.getKey()) && section.containsKey(name)) {
        throw new ConfigException(
            at + entry.getKey(), "is now called " + key + ", which is there too");
      }
      renamed.put(
          name,
          entry.getValue() instanceof JsonObject inner
              ? inSection(inner, key + ".")
              : entry.getValue());
    }
    return renamed;
  }

  /** A copy of the environment with the names of today. */
  static Map<String, String> inEnvironment(Map<String, String> environment) {
    var renamed = new LinkedHashMap<String, String>();
    environment.forEach((name, value) -> renamed.put(now(VARIABLES, name), value));
    return renamed;
  }

  private static String now(Renamed[] renamed, String key) {
    for (var one : renamed) {
      var found = one.before().matcher(key);
      if (found.matches()) {
        var name = found.replaceFirst(one.now());
        log.warn("{} is now called {}; the old name is taken for now", key, name);
        return name;
      }
    }
    return key;
  }
}

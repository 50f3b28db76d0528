package parley.config;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that have been renamed. The old name is still accepted, so that an older file or environment
 * starts a newer forum. Each use of an old name is logged.
 */
final class RenamedKeys {

  private static final Logger log = LoggerFactory.getLogger(RenamedKeys.class);

  private record Renamed(Pattern before, String now) {}

  private static final Renamed[] KEYS = {
    new Renamed(Pattern.compile("(limits\\.\\w+\\.)perMember"), "$1perAccount"),
    new Renamed(Pattern.compile("(limits\\.\\w+\\.)perAddress"), "$1perNetwork"),
    new Renamed(Pattern.compile("(bridge\\.)guestsPerAddress"), "$1guestsPerNetwork"),
    new Renamed(Pattern.compile("(mail\\.mentions)PerHour"), "$1.perHour"),
    new Renamed(Pattern.compile("(mail\\.mentions)CausedPerHour"), "$1.causedPerHour")
  };

  private static final Renamed[] VARIABLES = {
    new Renamed(Pattern.compile("(PARLEY_LIMITS_\\w+)_PER_MEMBER"), "$1_PER_ACCOUNT"),
    new Renamed(Pattern.compile("(PARLEY_LIMITS_\\w+)_PER_ADDRESS"), "$1_PER_NETWORK"),
    new Renamed(Pattern.compile("(PARLEY_BRIDGE_GUESTS_PER)_ADDRESS"), "$1_NETWORK")
  };

  private RenamedKeys() {}

  /** A copy of a file's keys with the current names. */
  static JsonObject inFile(JsonObject file) {
    return inSection(file, "");
  }

  private static JsonObject inSection(JsonObject section, String at) {
    var renamed = new JsonObject();
    for (var entry : section) {
      var key = now(KEYS, at + entry.getKey());
      var name = key.substring(at.length());
      var value =
          entry.getValue() instanceof JsonObject inner
              ? inSection(inner, key + ".")
              : entry.getValue();
      if (!put(renamed, name, value) || !name.equals(entry.getKey()) && has(section, name)) {
        throw new ConfigException(
            at + entry.getKey(), "is set twice, by its old and its new name (" + key + ")");
      }
    }
    return renamed;
  }

  /** Returns false if the key exists already. A name with a dot is a key of a section. */
  private static boolean put(JsonObject section, String name, Object value) {
    var dot = name.indexOf('.');
    if (dot >= 0) {
      var inner = name.substring(0, dot);
      if (!section.containsKey(inner)) {
        section.put(inner, new JsonObject());
      }
      return put(section.getJsonObject(inner), name.substring(dot + 1), value);
    }
    if (value instanceof JsonObject more && section.getValue(name) instanceof JsonObject present) {
      return more.stream().allMatch(entry -> put(present, entry.getKey(), entry.getValue()));
    }
    if (section.containsKey(name)) {
      return false;
    }
    section.put(name, value);
    return true;
  }

  private static boolean has(JsonObject section, String name) {
    return !name.contains(".") && section.containsKey(name);
  }

  /** A copy of the environment with the current names. */
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
        log.warn("{} is now called {}; the old name still works", key, name);
        return name;
      }
    }
    return key;
  }
}

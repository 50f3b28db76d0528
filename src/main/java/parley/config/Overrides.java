package parley.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Overrides the defaults with values of an administrator. Only keys that exist in the defaults are
 * accepted, so that a misspelt key is an error.
 */
final class Overrides {

  private static final String PREFIX = "PARLEY_";

  /** Read by {@code bin/parley}, not by the configuration. */
  private static final Set<String> OF_THE_SCRIPT = Set.of("PARLEY_JAVA_OPTIONS");

  private Overrides() {}

  /** A copy of the defaults with the values of a tree such as a file. */
  static JsonObject fromTree(JsonObject defaults, JsonObject tree, String name) {
    return merge(defaults, RenamedKeys.inFile(tree), "", name);
  }

  private static JsonObject merge(JsonObject defaults, JsonObject over, String at, String name) {
    var merged = defaults.copy();
    for (var entry : over) {
      var key = at + entry.getKey();
      if (!defaults.containsKey(entry.getKey())) {
        throw new ConfigException(key, "there is no such key (in " + name + ")");
      }
      var standard = defaults.getValue(entry.getKey());
      if (standard instanceof JsonObject section) {
        if (!(entry.getValue() instanceof JsonObject values)) {
          throw new ConfigException(key, "has keys of its own (in " + name + ")");
        }
        merged.put(entry.getKey(), merge(section, values, key + ".", name));
      } else {
        merged.put(entry.getKey(), entry.getValue());
      }
    }
    return merged;
  }

  /** A copy of the defaults with the values of {@code PARLEY_…} variables. */
  static JsonObject fromEnvironment(JsonObject defaults, Map<String, String> environment) {
    var config = defaults.copy();
    RenamedKeys.inEnvironment(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !OF_THE_SCRIPT.contains(name)) {
                if (!set(config, PREFIX, name, value)) {
                  throw new ConfigException(name, "there is no key for this environment variable");
                }
              }
            });
    return config;
  }

  private static boolean set(JsonObject section, String prefix, String name, String value) {
    for (var key : section.fieldNames()) {
      var variable = prefix + screamingSnake(key);
      var current = section.getValue(key);
      if (current instanceof JsonObject inner) {
        if (name.startsWith(variable + "_") && set(inner, variable + "_", name, value)) {
          return true;
        }
      } else if (name.equals(variable)) {
        section.put(key, current instanceof JsonArray ? list(value) : value);
        return true;
      }
    }
    return false;
  }

  private static JsonArray list(String value) {
    var list = new JsonArray();
    for (var item : value.split(",", -1)) {
      if (!item.isBlank()) {
        list.add(item.trim());
      }
    }
    return list;
  }

  /** {@code trustedProxies} becomes {@code TRUSTED_PROXIES}. */
  private static String screamingSnake(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}

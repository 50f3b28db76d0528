package parley.config;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A source of configuration values. Sources are ordered, and each overrides the values of the
 * sources before it. Only keys that exist in the defaults are accepted, so that a misspelt key is
 * an error.
 */
public interface Source {

  /**
   * A copy of the values of the sources before, with the values of this one.
   *
   * @throws ConfigException for a key that does not exist
   */
  JsonObject over(JsonObject values);

  /**
   * Values in the structure of the configuration.
   *
   * @param name where they come from, such as a file's name, for messages
   */
  static Source of(String name, JsonObject values) {
    return below -> Overrides.fromTree(below, values, name);
  }

  /** The variables that begin with {@code PARLEY_}; others are ignored. */
  static Source ofEnvironment(Map<String, String> variables) {
    return below -> Overrides.fromEnvironment(below, variables);
  }
}

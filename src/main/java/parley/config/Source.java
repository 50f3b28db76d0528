package parley.config;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A place where values of the configuration come from. Sources are in an order, and each lays its
 * values over those of the sources before it. Only keys that the defaults have are accepted, so
 * that a misspelt key is an error and not a silence.
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

  /** The variables that begin with {@code PARLEY_}; others are not looked at. */
  static Source ofEnvironment(Map<String, String> variables) {
    return below -> Overrides.fromEnvironment(below, variables);
  }
}

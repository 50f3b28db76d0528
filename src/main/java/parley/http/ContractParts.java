package parley.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Merges the parts of the contract, one a feature, into one document. Parts only add: an operation,
 * a component or a property that is defined twice is an error.
 */
final class ContractParts {

  /** The key that lists the parts: {@code openapi/<part>.yaml} each. */
  static final String LIST = "x-parts";

  /** The key under which a part adds properties to schemas of other parts, by the schema's name. */
  private static final String PROPERTIES = "x-properties";

  private ContractParts() {}

  /** The names of the parts that a contract lists. */
  static List<String> listedIn(JsonObject contract) {
    return contract.getJsonArray(LIST, new JsonArray()).stream().map(String::valueOf).toList();
  }

  /**
   * Adds a part's paths and components to the contract. What it adds to schemas waits for {@link
   * #complete}.
   *
   * @throws IllegalStateException naming what is defined twice, and the part that does so
   */
  static void add(JsonObject contract, String name, JsonObject part) {
    addAll(section(contract, "paths"), part.getJsonObject("paths", new JsonObject()), name, "");
    var components = section(contract, "components");
    for (var kind : part.getJsonObject("components", new JsonObject())) {
      var own = (JsonObject) kind.getValue();
      addAll(section(components, kind.getKey()), own, name, kind.getKey() + "/");
    }
    for (var schema : part.getJsonObject(PROPERTIES, new JsonObject())) {
      var waiting = section(section(contract, PROPERTIES), schema.getKey());
      addAll(waiting, (JsonObject) schema.getValue(), name, schema.getKey() + "/");
    }
  }

  /**
   * Adds the properties that parts have for schemas, once all parts are there.
   *
   * @throws IllegalStateException naming a schema that does not exist, or has the property already
   */
  static void complete(JsonObject contract) {
    var waiting = contract.getJsonObject(PROPERTIES, new JsonObject());
    contract.remove(PROPERTIES);
    var schemas = section(section(contract, "components"), "schemas");
    for (var schema : waiting) {
      var name = schema.getKey();
      if (!schemas.containsKey(name)) {
        throw new IllegalStateException(PROPERTIES + " names " + name + ", which does not exist");
      }
      var properties = section(schemas.getJsonObject(name), "properties");
      addAll(properties, (JsonObject) schema.getValue(), "*", name + "/");
    }
  }

  private static JsonObject section(JsonObject parent, String key) {
    if (!parent.containsKey(key)) {
      parent.put(key, new JsonObject());
    }
    return parent.getJsonObject(key);
  }

  private static void addAll(JsonObject all, JsonObject own, String part, String kind) {
    for (var entry : own) {
      var present = all.getValue(entry.getKey());
      if (present == null) {
        all.put(entry.getKey(), entry.getValue());
      } else if (kind.isEmpty()) { // two features may share a path, with different methods
        addAll((JsonObject) present, (JsonObject) entry.getValue(), part, entry.getKey() + " ");
      } else {
        throw new IllegalStateException(
            "openapi/"
                + part
                + ".yaml defines "
                + kind
                + entry.getKey()
                + ", which exists already");
      }
    }
  }
}

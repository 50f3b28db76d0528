package parley.topic;

import io.vertx.core.json.JsonObject;

/** Bodies of edits. */
final class Edits {

  private Edits() {}

  static JsonObject of(String field, Object value, long version) {
    return new JsonObject().put(field, value).put("version", version);
  }
}

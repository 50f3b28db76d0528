package parley.http;

import io.vertx.config.yaml.YamlProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;

/** The HTTP contract, {@code openapi.yaml}, as the router reads it. */
public final class Contract {

  private static final String FILE = "openapi.yaml";

  private Contract() {}

  public static Future<OpenAPIContract> load(Vertx vertx) {
    return vertx
        .fileSystem()
        .readFile(FILE)
        .compose(yaml -> parse(vertx, yaml))
        .compose(contract -> OpenAPIContract.from(vertx, withKnownMediaTypes(contract)));
  }

  private static Future<JsonObject> parse(Vertx vertx, Buffer yaml) {
    return new YamlProcessor().process(vertx, new JsonObject(), yaml);
  }

  /**
   * vertx-openapi 5.0.8 refuses a contract whose responses have media types other than a few: for
   * it, and it alone, a problem becomes vendor-specific JSON and a picture a stream of octets.
   */
  private static JsonObject withKnownMediaTypes(JsonObject contract) {
    var renamed =
        contract
            .encode()
            .replace("application/problem+json", "application/vnd.parley.problem+json")
            .replace("image/png", "application/octet-stream");
    var json = new JsonObject(renamed);
    json.getJsonObject("paths")
        .getJsonObject("/api/images/{name}")
        .getJsonObject("get")
        .getJsonObject("responses")
        .getJsonObject("200")
        .getJsonObject("content")
        .remove("image/jpeg");
    return json;
  }
}

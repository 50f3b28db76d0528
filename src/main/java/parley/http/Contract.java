package parley.http;

import io.vertx.config.yaml.YamlProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The HTTP contract: {@code openapi.yaml}, merged with the part of each feature that it names.
 *
 * @param document the whole contract as one document, for clients and tools
 * @param parsed the same as the router reads it
 */
public record Contract(JsonObject document, OpenAPIContract parsed) {

  private static final String FILE = "openapi.yaml";

  /** Media types of answers that vertx-openapi 5.0.8 accepts as they are. */
  private static final List<String> KNOWN = List.of("application/json", "application/octet-stream");

  /**
   * Reads and merges the contract. Fails with IllegalStateException where two parts define the same
   * operation or component.
   *
   * @param more names of parts beside those that the file lists
   */
  public static Future<Contract> load(Vertx vertx, List<String> more) {
    return read(vertx, FILE)
        .compose(
            contract ->
                Stream.concat(ContractParts.listedIn(contract).stream(), more.stream())
                    .reduce(
                        Future.succeededFuture(contract),
                        (merged, part) -> merged.compose(all -> added(vertx, all, part)),
                        (left, right) -> right))
        .onSuccess(ContractParts::complete)
        .compose(
            document ->
                OpenAPIContract.from(vertx, withKnownMediaTypes(document))
                    .map(parsed -> new Contract(document, parsed)));
  }

  private static Future<JsonObject> added(Vertx vertx, JsonObject contract, String name) {
    return read(vertx, "openapi/" + name + ".yaml")
        .map(
            part -> {
              ContractParts.add(contract, name, part);
              return contract;
            });
  }

  private static Future<JsonObject> read(Vertx vertx, String file) {
    return vertx
        .fileSystem()
        .readFile(file)
        .compose(yaml -> new YamlProcessor().process(vertx, new JsonObject(), yaml));
  }

  /**
   * vertx-openapi 5.0.8 refuses a contract whose answers have media types other than a few. For the
   * router, and for it alone, a problem becomes vendor-specific JSON, and all others, such as
   * pictures, become a stream of octets.
   */
  private static JsonObject withKnownMediaTypes(JsonObject contract) {
    var copy = contract.copy();
    copy.remove(ContractParts.LIST);
    renameIn(copy);
    return copy;
  }

  private static void renameIn(Object node) {
    if (node instanceof JsonObject object) {
      if (object.getValue("responses") instanceof JsonObject responses) {
        responses.forEach(response -> renameContent((JsonObject) response.getValue()));
      }
      object.forEach(entry -> renameIn(entry.getValue()));
    }
  }

  private static void renameContent(JsonObject response) {
    var content = response.getJsonObject("content");
    if (content == null) {
      return;
    }
    var renamed = new TreeMap<String, Object>();
    for (Map.Entry<String, Object> type : content) {
      renamed.put(known(type.getKey()), type.getValue());
    }
    response.put("content", new JsonObject(renamed));
  }

  private static String known(String mediaType) {
    if (mediaType.equals("application/problem+json")) {
      return "application/vnd.parley.problem+json";
    }
    return KNOWN.contains(mediaType) ? mediaType : "application/octet-stream";
  }
}

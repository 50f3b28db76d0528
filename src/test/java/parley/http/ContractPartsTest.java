package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ContractPartsTest {

  private final JsonObject contract =
      new JsonObject(
          """
          {"x-parts": ["a", "b"], "paths": {},
           "components": {"schemas": {"Id": {"type": "integer"}}}}
          """);

  @Test
  void theContractListsItsParts() {
    assertThat(ContractParts.listedIn(contract)).containsExactly("a", "b");
    assertThat(ContractParts.listedIn(new JsonObject())).isEmpty();
  }

  @Test
  void aPartAddsPathsAndComponents() {
    ContractParts.add(contract, "a", part("/api/a", "get", "A"));
    assertThat(contract.getJsonObject("paths").getJsonObject("/api/a").containsKey("get")).isTrue();
    assertThat(contract.getJsonObject("components").getJsonObject("schemas").fieldNames())
        .containsExactly("Id", "A");
  }

  @Test
  void twoPartsMayShareAPathWithDifferentMethods() {
    ContractParts.add(contract, "a", part("/api/a", "get", "A"));
    ContractParts.add(contract, "b", part("/api/a", "post", "B"));
    assertThat(contract.getJsonObject("paths").getJsonObject("/api/a").fieldNames())
        .containsExactly("get", "post");
  }

  @Test
  void anOperationThatIsDefinedTwiceIsRefused() {
    ContractParts.add(contract, "a", part("/api/a", "get", "A"));
    assertThatThrownBy(() -> ContractParts.add(contract, "b", part("/api/a", "get", "B")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("openapi/b.yaml defines /api/a get, which exists already");
  }

  @Test
  void aComponentThatIsDefinedTwiceIsRefused() {
    assertThatThrownBy(() -> ContractParts.add(contract, "b", part("/api/b", "get", "Id")))
        .hasMessage("openapi/b.yaml defines schemas/Id, which exists already");
  }

  @Test
  void aPartAddsPropertiesToASchemaThatALaterPartDefines() {
    ContractParts.add(contract, "likes", properties("A", "likes"));
    ContractParts.add(contract, "a", part("/api/a", "get", "A"));
    ContractParts.complete(contract);
    assertThat(contract.containsKey("x-properties")).isFalse();
    assertThat(contract.getJsonObject("components").getJsonObject("schemas").getJsonObject("A"))
        .isEqualTo(
            JsonObject.of(
                "type", "object", "properties", JsonObject.of("likes", new JsonObject())));
  }

  @Test
  void aPropertyThatIsDefinedTwiceOrOfNoSchemaIsRefused() {
    ContractParts.add(contract, "a", properties("Id", "likes"));
    assertThatThrownBy(() -> ContractParts.add(contract, "b", properties("Id", "likes")))
        .hasMessage("openapi/b.yaml defines Id/likes, which exists already");

    ContractParts.add(contract, "c", properties("None", "likes"));
    assertThatThrownBy(() -> ContractParts.complete(contract))
        .hasMessage("x-properties names None, which does not exist");
  }

  private static JsonObject properties(String schema, String property) {
    return JsonObject.of(
        "x-properties", JsonObject.of(schema, JsonObject.of(property, new JsonObject())));
  }

  private static JsonObject part(String path, String method, String schema) {
    return JsonObject.of(
        "paths", JsonObject.of(path, JsonObject.of(method, JsonObject.of("operationId", "x"))),
        "components",
            JsonObject.of("schemas", JsonObject.of(schema, JsonObject.of("type", "object"))));
  }
}

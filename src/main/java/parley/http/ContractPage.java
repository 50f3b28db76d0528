package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The whole contract as one document (OpenAPI 3.1, JSON), for clients and tools. */
final class ContractPage implements Handler<RoutingContext> {

  static final String PATH = "/openapi.json";

  private final Buffer document;

  ContractPage(JsonObject contract) {
    var whole = contract.copy();
    whole.remove(ContractParts.LIST);
    document = whole.toBuffer();
  }

  @Override
  public void handle(RoutingContext ctx) {
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(document);
  }
}

package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final OpenAPIContract CONTRACT = Contract.load(VERTX, List.of()).await().parsed();

  private final Endpoints endpoints = new Endpoints(CONTRACT);

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/index, /api/index",
    "/api/topic/7, /api/topic/{id}",
    "/api/topic/boards, /api/topic/boards",
    "/api/admin/mails/7/retry, /api/admin/mails/{id}/retry",
    "/api/images/a.png, /api/images/{name}",
    "/api/nothing, /api/*",
    "/api/topic/7/nothing, /api/*",
    "/api/topic/, /api/*",
    "/api/topic//, /api/*",
    "/api/index/, /api/*",
    "/api/, /api/*",
  })
  void aPathIsNamedByTheContract(String path, String name) {
    assertThat(endpoints.find(HttpMethod.GET, path).route()).isEqualTo(name);
  }

  @Test
  void everyOperationIsFoundByItsPathAndMethod() {
    var paths = CONTRACT.getPaths();
    assertThat(paths).isNotEmpty();
    for (Path path : paths) {
      for (var operation : path.getOperations()) {
        var found =
            endpoints.find(operation.getHttpMethod(), path.getName().replaceAll("\\{\\w+}", "1"));
        assertThat(found.route()).isEqualTo(path.getName());
        assertThat(found.endpoint().orElseThrow().id()).isEqualTo(operation.getOperationId());
      }
    }
  }

  @Test
  void theParametersOfAPathAreFoundByTheirNames() {
    var found = endpoints.find(HttpMethod.POST, "/api/admin/mails/7/retry");
    assertThat(found.pathParameters()).isEqualTo(Map.of("id", "7"));
  }

  @Test
  void aMethodThatThePathDoesNotHaveLeavesThoseItHas() {
    var found = endpoints.find(HttpMethod.PATCH, "/api/topic/7");
    assertThat(found.endpoint()).isEmpty();
    assertThat(found.methods())
        .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);
  }
}

package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.openapi.contract.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteNamesTest {

  private static final Vertx VERTX = Vertx.vertx();

  private final RouteNames names = new RouteNames(Contract.load(VERTX).await());

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
    "/api/topic//, /api/*",
    "/api/, /api/*",
    "/api, /*",
    "/, /*",
    "/topic/7, /*",
    "/assets/app.js, /*",
  })
  void aPathIsNamedByTheContract(String path, String name) {
    assertThat(names.of(path)).isEqualTo(name);
  }

  @Test
  void everyPathOfTheContractHasItsOwnName() {
    var paths = Contract.load(VERTX).await().getPaths().stream().map(Path::getName).toList();
    assertThat(paths)
        .isNotEmpty()
        .allSatisfy(path -> assertThat(names.of(path.replaceAll("\\{\\w+}", "1"))).isEqualTo(path));
  }
}

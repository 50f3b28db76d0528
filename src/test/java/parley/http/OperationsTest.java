package parley.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private final Vertx vertx = Vertx.vertx();
  private final OpenAPIContract contract = Contract.load(vertx, List.of()).await().parsed();
  private final Operations operations =
      new Operations(new Endpoints(contract), new Idempotency(null));

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void aContractOfWhichSomethingIsNotCarriedOutDoesNotStart() {
    contract.operations().stream()
        .map(Operation::getOperationId)
        .filter(id -> !id.equals("getSite") && !id.equals("addTopic"))
        .forEach(id -> operations.on(id, ctx -> Future.succeededFuture(Answer.noContent())));
    assertThatThrownBy(operations::complete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("openapi.yaml has operations that are not bound: [addTopic, getSite]");
  }

  @Test
  void whatTheContractDoesNotHaveCannotBeBound() {
    assertThatThrownBy(() -> operations.on("makeCoffee", ctx -> Future.succeededFuture()))
        .hasMessageContaining("makeCoffee");
  }

  @Test
  void nothingIsCarriedOutTwice() {
    operations.on("getSite", ctx -> Future.succeededFuture());
    assertThatThrownBy(() -> operations.onFile("getSite", ctx -> Future.succeededFuture()))
        .hasMessageContaining("getSite");
  }
}

package parley.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contract's operations and what carries each out. A contract that is half bound does not
 * start.
 */
public final class Operations {

  private static final String IDEMPOTENCY = "Idempotency-Key";

  private final OpenAPIContract contract;
  private final RouterBuilder builder;
  private final Idempotency idempotency;
  private final Set<String> unbound;

  public Operations(Vertx vertx, OpenAPIContract contract, Idempotency idempotency) {
    this.contract = contract;
    this.builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
    this.idempotency = idempotency;
    this.unbound =
        contract.operations().stream()
            .map(Operation::getOperationId)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Binds an operation whose answer is written from the record it gives.
   *
   * @throws IllegalStateException when the contract has no such operation, or it is bound already
   */
  public Operations on(String operationId, Function<RoutingContext, Future<Answer>> operation) {
    var creates =
        contract.operation(operationId) != null
            && contract.operation(operationId).getParameters().stream()
                .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(IDEMPOTENCY));
    return bind(
        operationId,
        true,
        ctx ->
            (creates ? idempotency.once(ctx, operation) : call(operation, ctx))
                .onSuccess(answer -> Answers.send(ctx, answer))
                .onFailure(ctx::fail));
  }

  /**
   * Binds an operation whose body is a file that has been read already, so that it is not validated
   * as JSON.
   */
  public Operations onUpload(
      String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return unvalidated(operationId, operation);
  }

  /**
   * Binds an operation that checks its parameters itself: the validator decodes each a second time,
   * which a text that may hold a percent sign does not survive.
   */
  public Operations onText(String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return unvalidated(operationId, operation);
  }

  private Operations unvalidated(
      String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return bind(
        operationId,
        false,
        ctx ->
            call(operation, ctx)
                .onSuccess(answer -> Answers.send(ctx, answer))
                .onFailure(ctx::fail));
  }

  /** Binds an operation that writes its answer itself, as a file. */
  public Operations onFile(String operationId, Function<RoutingContext, Future<Void>> operation) {
    return bind(operationId, true, ctx -> call(operation, ctx).onFailure(ctx::fail));
  }

  /**
   * The router of all operations.
   *
   * @throws IllegalStateException naming the operations that nothing carries out
   */
  public Router router() {
    if (!unbound.isEmpty()) {
      throw new IllegalStateException(
          "openapi.yaml has operations that nothing carries out: " + unbound);
    }
    return builder.createRouter();
  }

  private Operations bind(String operationId, boolean validate, Handler<RoutingContext> handler) {
    if (!unbound.remove(operationId)) {
      throw new IllegalStateException("openapi.yaml has no free operation " + operationId);
    }
    var needsSession = !contract.operation(operationId).getSecurityRequirements().isEmpty();
    builder
        .getRoute(operationId)
        .setDoSecurity(false) // Authentication has found out who asks, before the body was read
        .setDoValidation(validate)
        .addHandler(needsSession ? forMembers(handler) : handler);
    return this;
  }

  /** Authentication refuses guests earlier, but may not know every spelling the router takes. */
  private static Handler<RoutingContext> forMembers(Handler<RoutingContext> handler) {
    return ctx -> {
      Caller.signedIn(ctx);
      handler.handle(ctx);
    };
  }

  /** What an operation throws is a failed future like any other. */
  static <T> Future<T> call(Function<RoutingContext, Future<T>> operation, RoutingContext ctx) {
    try {
      return operation.apply(ctx);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}

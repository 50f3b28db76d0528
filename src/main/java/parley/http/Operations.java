package parley.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import parley.feature.Point;

/**
 * The contract's operations and their handlers. The server does not start if an operation has none.
 */
public final class Operations {

  /** Functions that bind the operations of a feature. */
  public static final Point<Consumer<Operations>> POINT = new Point<>("operations");

  /**
   * The handler of an operation.
   *
   * @param validated whether the contract's validator reads parameters and body first
   * @param fileBytes the largest file in bytes; 0 if it accepts none
   */
  record Binding(Handler<RoutingContext> run, boolean validated, long fileBytes) {}

  private final Endpoints endpoints;
  private final Idempotency idempotency;
  private final Map<String, Binding> bindings = new HashMap<>();

  Operations(Endpoints endpoints, Idempotency idempotency) {
    this.endpoints = endpoints;
    this.idempotency = idempotency;
  }

  /**
   * Binds an operation whose answer is a record that is sent as JSON.
   *
   * @throws IllegalStateException when the contract has no such operation, or it is bound already
   */
  public Operations on(String operationId, Function<RoutingContext, Future<Answer>> operation) {
    var endpoint = endpoints.byId().get(operationId);
    return endpoint != null && endpoint.takesKey()
        ? bind(operationId, true, 0, answering(ctx -> idempotency.once(ctx, operation)))
        : bind(operationId, true, 0, answering(operation));
  }

  /**
   * Binds an operation that recognises a repeated {@code Idempotency-Key} by itself, because it
   * stores the key with its data.
   */
  public Operations onKeyed(
      String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return bind(operationId, true, 0, answering(operation));
  }

  /**
   * Binds an operation whose body is a form with a file, which is written to the disk first.
   *
   * @param fileBytes the largest file in bytes
   */
  public Operations onUpload(
      String operationId, long fileBytes, Function<RoutingContext, Future<Answer>> operation) {
    return bind(operationId, false, fileBytes, answering(operation));
  }

  /**
   * Binds an operation that checks its parameters itself: the validator decodes parameters a second
   * time, which breaks a text with a percent sign.
   */
  public Operations onText(String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return bind(operationId, false, 0, answering(operation));
  }

  /** Binds an operation that writes its answer itself, as a file. */
  public Operations onFile(String operationId, Function<RoutingContext, Future<Void>> operation) {
    return bind(operationId, true, 0, ctx -> call(operation, ctx).onFailure(ctx::fail));
  }

  private static Handler<RoutingContext> answering(
      Function<RoutingContext, Future<Answer>> operation) {
    return ctx -> call(operation, ctx).map(answer -> sent(ctx, answer)).onFailure(ctx::fail);
  }

  private static Answer sent(RoutingContext ctx, Answer answer) {
    Answers.send(ctx, answer);
    return answer;
  }

  private Operations bind(
      String operationId, boolean validated, long fileBytes, Handler<RoutingContext> handler) {
    if (!endpoints.byId().containsKey(operationId) || bindings.containsKey(operationId)) {
      throw new IllegalStateException("openapi.yaml has no unbound operation " + operationId);
    }
    bindings.put(operationId, new Binding(handler, validated, fileBytes));
    return this;
  }

  /**
   * All operations by their ids.
   *
   * @throws IllegalStateException naming the operations that are not bound
   */
  Map<String, Binding> complete() {
    var unbound = new TreeSet<>(endpoints.byId().keySet());
    unbound.removeAll(bindings.keySet());
    if (!unbound.isEmpty()) {
      throw new IllegalStateException("openapi.yaml has operations that are not bound: " + unbound);
    }
    return Map.copyOf(bindings);
  }

  /** Converts an exception of the operation into a failed future. */
  static <T> Future<T> call(Function<RoutingContext, Future<T>> operation, RoutingContext ctx) {
    try {
      return operation.apply(ctx);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}

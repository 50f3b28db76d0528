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
 * The contract's operations and what carries each out. A contract that is half bound does not
 * start.
 */
public final class Operations {

  /** What binds a feature's operations. */
  public static final Point<Consumer<Operations>> POINT = new Point<>("operations");

  /**
   * How an operation is carried out.
   *
   * @param validated whether the contract's validator reads parameters and body first
   * @param fileBytes the largest file that it takes; 0 where it takes none
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
   * Binds an operation whose answer is written from the record it gives.
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
   * Binds an operation that recognises a request which is sent again under its key by itself, from
   * what it has stored.
   */
  public Operations onKeyed(
      String operationId, Function<RoutingContext, Future<Answer>> operation) {
    return bind(operationId, true, 0, answering(operation));
  }

  /**
   * Binds an operation whose body is a form with a file, which has been read already.
   *
   * @param fileBytes the largest file that it takes
   */
  public Operations onUpload(
      String operationId, long fileBytes, Function<RoutingContext, Future<Answer>> operation) {
    return bind(operationId, false, fileBytes, answering(operation));
  }

  /**
   * Binds an operation that checks its parameters itself: the validator decodes each a second time,
   * which a text that may hold a percent sign does not survive.
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
      throw new IllegalStateException("openapi.yaml has no free operation " + operationId);
    }
    bindings.put(operationId, new Binding(handler, validated, fileBytes));
    return this;
  }

  /**
   * All operations by their ids.
   *
   * @throws IllegalStateException naming the operations that nothing carries out
   */
  Map<String, Binding> complete() {
    var unbound = new TreeSet<>(endpoints.byId().keySet());
    unbound.removeAll(bindings.keySet());
    if (!unbound.isEmpty()) {
      throw new IllegalStateException(
          "openapi.yaml has operations that nothing carries out: " + unbound);
    }
    return Map.copyOf(bindings);
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

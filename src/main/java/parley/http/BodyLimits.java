package parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How large the body of each operation may be: what its {@code x-max-body} says in the contract,
 * else a few kilobytes. The one place that says so.
 */
public final class BodyLimits {

  private static final String EXTENSION = "x-max-body";

  /** Of an operation that takes JSON. */
  static final long WITH_BODY = 8 * 1024;

  /** Of one that the contract gives no body: clients send an empty object, or a form. */
  static final long WITHOUT_BODY = 1024;

  private final OpenAPIContract contract;
  private final Map<String, Long> byOperation;

  /**
   * @param most in bytes, whatever the contract says
   */
  public BodyLimits(OpenAPIContract contract, long most) {
    this.contract = contract;
    this.byOperation =
        contract.operations().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Operation::getOperationId, operation -> Math.min(most, limit(operation))));
  }

  private static long limit(Operation operation) {
    if (operation.getExtensions().get(EXTENSION) instanceof Number bytes) {
      return bytes.longValue();
    }
    return operation.getRequestBody() == null ? WITHOUT_BODY : WITH_BODY;
  }

  /** In bytes; what is no operation takes nothing to speak of. */
  long of(String path, HttpMethod method) {
    var operation = contract.findOperation(path, method);
    return operation == null ? WITHOUT_BODY : byOperation.get(operation.getOperationId());
  }

  /** By the operation's id. */
  Map<String, Long> all() {
    return byOperation;
  }
}

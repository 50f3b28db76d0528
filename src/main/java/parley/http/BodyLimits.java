package parley.http;

import static java.util.Objects.requireNonNull;

import io.vertx.openapi.contract.Operation;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How large the body of each operation may be: what its {@code x-max-body} says in the contract,
 * else a few kilobytes. The one place that says so.
 */
final class BodyLimits {

  private static final String EXTENSION = "x-max-body";

  /** Of an operation that takes JSON. */
  static final long WITH_BODY = 8 * 1024;

  /** Of one that the contract gives no body: clients send an empty object, or a form. */
  static final long WITHOUT_BODY = 1024;

  private final Map<String, Long> byOperation;

  /**
   * @param most in bytes, whatever the contract says
   */
  BodyLimits(Endpoints endpoints, long most) {
    this.byOperation =
        endpoints.byId().values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Endpoint::id, endpoint -> Math.min(most, limit(endpoint.operation()))));
  }

  private static long limit(Operation operation) {
    if (operation.getExtensions().get(EXTENSION) instanceof Number bytes) {
      return bytes.longValue();
    }
    return operation.getRequestBody() == null ? WITHOUT_BODY : WITH_BODY;
  }

  /** In bytes. */
  long of(Endpoint endpoint) {
    return requireNonNull(byOperation.get(endpoint.id()), endpoint.id());
  }

  /** By the operation's id. */
  Map<String, Long> all() {
    return byOperation;
  }
}

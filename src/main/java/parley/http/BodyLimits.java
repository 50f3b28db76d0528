package parley.http;

import static java.util.Objects.requireNonNull;

import io.vertx.openapi.contract.Operation;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The largest body of each operation, in bytes: the {@code x-max-body} of the contract, or a few
 * kilobytes by default. No other code decides this.
 */
final class BodyLimits {

  private static final String EXTENSION = "x-max-body";

  /** The default of an operation that takes JSON. */
  static final long WITH_BODY = 8 * 1024;

  /**
   * The limit of an operation without a body in the contract: clients may still send an empty
   * object or form.
   */
  static final long WITHOUT_BODY = 1024;

  private final Map<String, Long> byOperation;

  /**
   * @param most an upper limit in bytes for all operations, {@code http.bodyBytes}
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

  /** The limit of this operation in bytes. */
  long of(Endpoint endpoint) {
    return requireNonNull(byOperation.get(endpoint.id()), endpoint.id());
  }

  /** All limits in bytes, by the id of the operation. */
  Map<String, Long> all() {
    return byOperation;
  }
}

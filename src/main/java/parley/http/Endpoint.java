package parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.Optional;

/**
 * An operation of the contract, as it is found for a request.
 *
 * @param id the operation's id
 * @param route its path in the contract, such as {@code /api/topic/{id}}
 * @param needsSession whether guests are refused
 * @param takesKey whether it takes an {@code Idempotency-Key}
 * @param onlyIds whether it is a GET that needs nothing but integers in its path
 */
public record Endpoint(
    String id,
    HttpMethod method,
    String route,
    boolean needsSession,
    boolean takesKey,
    boolean onlyIds,
    Operation operation) {

  private static final String KEY_HEADER = "Idempotency-Key";

  static Endpoint of(Operation operation) {
    return new Endpoint(
        operation.getOperationId(),
        operation.getHttpMethod(),
        operation.getOpenAPIPath(),
        !operation.getSecurityRequirements().isEmpty(),
        operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(KEY_HEADER)),
        operation.getHttpMethod().equals(HttpMethod.GET)
            && operation.getParameters().stream().allMatch(Endpoint::isIdOrOptional),
        operation);
  }

  private static boolean isIdOrOptional(Parameter parameter) {
    return parameter.getIn() == Location.PATH
        ? parameter.getSchemaType() == SchemaType.INTEGER
        : parameter.getIn() == Location.QUERY && !parameter.isRequired();
  }

  /** The operation of a request; empty if the contract has none. */
  public static Optional<Endpoint> of(RoutingContext ctx) {
    return Requested.of(ctx).endpoint();
  }

  /**
   * A number in the request's path, before the contract has checked it; empty where it is none, or
   * has more than 18 digits.
   */
  public static Optional<Long> pathNumber(RoutingContext ctx, String name) {
    var text = Requested.of(ctx).pathParameters().get(name);
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }
}

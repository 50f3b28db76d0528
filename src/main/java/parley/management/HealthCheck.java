package parley.management;

import io.vertx.core.Future;
import io.vertx.ext.healthchecks.Status;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A health check of a feature. While it is not OK, {@code /health/ready} answers 503 and load
 * balancers send this process no requests. A feature that only works less well answers OK, with
 * data that say so. A check that takes more than two seconds counts as not OK.
 *
 * @param name unique among all checks
 * @param status asked for each request to {@code /health/ready}
 */
public record HealthCheck(String name, Supplier<Future<Status>> status) {

  public HealthCheck {
    Objects.requireNonNull(status);
    if (!name.matches("[a-z][a-z-]*")) {
      throw new IllegalArgumentException("'" + name + "' cannot name a health check");
    }
  }
}

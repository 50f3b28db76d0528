package parley.management;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.cluster.ProcessCluster;
import parley.config.Config.Role;
import parley.feature.Point;
import parley.store.Breaker;
import parley.store.Database;
import parley.store.RedisStore;

/**
 * The health checks by name: the stores, the verticles of this process, and the cluster if there
 * are several processes.
 */
public final class Health {

  /** The health checks of features. */
  public static final Point<HealthCheck> CHECKS = new Point<>("health checks");

  private static final long TIMEOUT_MS = 2_000;

  private Health() {}

  /**
   * The checks of the process: its roles, the database and Redis. Features add theirs.
   *
   * @param wanted the configured roles
   * @param running the running roles; may change
   * @param metrics shows the state of the verticles too
   */
  public static HealthChecks checks(
      Vertx vertx,
      Database database,
      RedisStore redis,
      Set<Role> wanted,
      Set<Role> running,
      MeterRegistry metrics) {
    var checks = HealthChecks.create(vertx);
    checks.register("mysql", promise -> promise.complete(status(database.breaker())));
    checks.register("redis", promise -> promise.complete(status(redis.breaker())));
    for (var role : wanted) {
      Gauge.builder("parley.role.running", () -> running.contains(role) ? 1 : 0)
          .description("Whether a configured role runs: 1 or 0")
          .tag("role", word(role))
          .register(metrics);
      checks.register(
          word(role),
          promise -> promise.complete(running.contains(role) ? Status.OK() : Status.KO()));
    }
    if (vertx.isClustered()) {
      checks.register("cluster", promise -> answer(promise, cluster(vertx)));
    }
    return checks;
  }

  /**
   * Adds the checks of features.
   *
   * @param features all parts of {@link #CHECKS}
   * @throws IllegalArgumentException if two checks have the same name
   */
  public static void add(HealthChecks checks, List<HealthCheck> features) {
    var names = new HashSet<>(Set.of("mysql", "redis", "cluster", "room"));
    Arrays.stream(Role.values()).map(Health::word).forEach(names::add);
    for (var check : features) {
      if (!names.add(check.name())) {
        throw new IllegalArgumentException("Two health checks are called " + check.name());
      }
      checks.register(
          check.name(),
          TIMEOUT_MS,
          promise ->
              answer(
                  promise,
                  Future.succeededFuture()
                      .compose(now -> check.status().get()))); // fails where the check throws
    }
  }

  /** A check that ended at its timeout has its answer already: what comes later is dropped. */
  static void answer(Promise<Status> check, Future<Status> status) {
    status.onSuccess(check::tryComplete).onFailure(check::tryFail);
  }

  /** Asks nobody, so that it is answered also when a store hangs. */
  private static Status status(Breaker store) {
    return store
        .refusal()
        .map(away -> Status.KO(JsonObject.of("cause", away.getMessage())))
        .orElseGet(Status::OK);
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** A process without others is healthy too, because the others may start later. */
  private static Future<Status> cluster(Vertx vertx) {
    return Future.succeededFuture()
        .map(now -> ProcessCluster.processes(vertx).size())
        .map(processes -> Status.OK(JsonObject.of("processes", processes)));
  }
}

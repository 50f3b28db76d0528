package parley.management;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** What is measured at all, and how finely. */
public final class Telemetry {

  /** Timers of Vert.x whose distribution tells where a request's time went. */
  private static final Set<String> WITH_HISTOGRAM =
      Set.of("vertx.sql.processing.time", "vertx.redis.processing.time", "vertx.pool.queue.time");

  /** Upper bounds of their histograms, in milliseconds. */
  private static final long[] BUCKETS = {1, 5, 10, 50, 100, 500, 1000, 5000};

  private Telemetry() {}

  public static PrometheusMeterRegistry registry() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(histograms());
    return registry;
  }

  private static MeterFilter histograms() {
    var buckets =
        Arrays.stream(BUCKETS).mapToDouble(ms -> Duration.ofMillis(ms).toNanos()).toArray();
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return WITH_HISTOGRAM.contains(id.getName())
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(buckets)
                .build()
                .merge(config)
            : config;
      }
    };
  }

  /**
   * What Vert.x measures: not HTTP, which is measured by route elsewhere, nor what addresses it
   * talks to.
   */
  public static MicrometerMetricsOptions vertx() {
    return new MicrometerMetricsOptions()
        .setEnabled(true)
        .setJvmMetricsEnabled(true)
        .addDisabledMetricsCategory(MetricsDomain.HTTP_SERVER)
        .addDisabledMetricsCategory(MetricsDomain.HTTP_CLIENT)
        .addDisabledMetricsCategory(MetricsDomain.NET_SERVER)
        .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT);
  }
}

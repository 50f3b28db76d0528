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

/** The metrics registry: what is measured, and with which histograms. */
public final class Telemetry {

  /** Timers of Vert.x that have a histogram, to show where a request spends its time. */
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
   * The metrics of Vert.x: without HTTP, which is measured by route elsewhere, and without remote
   * addresses as labels.
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

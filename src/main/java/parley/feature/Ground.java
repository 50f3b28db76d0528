package parley.feature;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import parley.config.Config;
import parley.config.Settings;
import parley.store.Database;
import parley.store.RedisStore;

/** What every feature stands on. */
public record Ground(
    Vertx vertx,
    Database database,
    RedisStore redis,
    Clock clock,
    MeterRegistry metrics,
    Settings settings) {

  /** What the platform itself needs of the settings, such as the site's address. */
  public Config config() {
    return settings.config();
  }
}

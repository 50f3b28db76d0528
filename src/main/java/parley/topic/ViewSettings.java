package parley.topic;

import static parley.config.ConfigException.require;

import java.time.Duration;
import parley.config.Section;

/**
 * How views are counted.
 *
 * @param windowSeconds a visitor counts once a topic in this time
 * @param flushSeconds how often counted views are written to the database
 */
record ViewSettings(int windowSeconds, int flushSeconds) {

  static final Section<ViewSettings> SECTION = new Section<>("views", ViewSettings.class);

  ViewSettings {
    require(windowSeconds > 0, "windowSeconds", windowSeconds, "1 or more");
    require(flushSeconds > 0, "flushSeconds", flushSeconds, "1 or more");
  }

  Duration window() {
    return Duration.ofSeconds(windowSeconds);
  }

  Duration flushing() {
    return Duration.ofSeconds(flushSeconds);
  }
}

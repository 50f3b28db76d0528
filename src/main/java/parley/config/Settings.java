package parley.config;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration that this process runs with, complete and checked: a record for each declared
 * {@link Section}, and {@link Config} for what the platform itself needs. Thread-safe.
 */
public final class Settings {

  private final Path home;
  private final JsonObject configured;
  private final SectionReader reader;
  private volatile Values current;

  private record Values(Config config, SectionReader.Read sections) {}

  /**
   * @param home what a relative {@code data} is relative to
   * @param configured the values of all sources that there are before the database
   * @throws ConfigException for a value that cannot be used
   */
  Settings(Path home, JsonObject configured, List<Section<?>> sections) {
    this.home = home;
    this.configured = configured;
    this.reader = new SectionReader(sections);
    this.current = read(configured);
  }

  private Values read(JsonObject values) {
    var read = reader.read(values);
    return new Values(read.of(Config.SECTION).at(home), read);
  }

  /** What the platform itself needs. */
  public Config config() {
    return current.config();
  }

  /**
   * The current values of a section. Code that calls this each time sees an override at once; code
   * that keeps the record keeps its values.
   *
   * @throws IllegalArgumentException for a section that was not declared to the loader
   */
  public <T extends Record> T section(Section<T> section) {
    return current.sections().of(section);
  }

  /**
   * Overrides the configured values with values from the database. A later call replaces the values
   * of an earlier one.
   *
   * @param source the last of the sources: it overrides the environment
   * @throws ConfigException for a key that does not exist or a value that cannot be used, in any
   *     section; nothing has changed then
   */
  public void override(Source source) {
    current = read(source.over(configured));
  }
}

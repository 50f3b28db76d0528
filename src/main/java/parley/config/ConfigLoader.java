package parley.config;

import io.vertx.config.yaml.YamlProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration from its sources in order: the defaults in {@code conf/parley.yaml}, then
 * an administrator's file, then the environment. A later source overrides an earlier one. Every
 * declared section is checked, also those of features that this process does not run. An invalid
 * key fails with a {@link ConfigException}.
 */
public final class ConfigLoader {

  private final Vertx vertx;
  private final List<Section<?>> sections;

  /**
   * @param sections what features have declared; each key of the defaults that is not the
   *     platform's belongs to one of them
   */
  public ConfigLoader(Vertx vertx, List<Section<?>> sections) {
    this.vertx = vertx;
    this.sections = sections;
  }

  /**
   * Loads the configuration: the defaults, then the file, then the environment; a later one wins.
   * The future fails with a {@link ConfigException} that names the key at fault.
   *
   * @param home the folder that has {@code conf/parley.yaml}; a relative {@code data} lies in it
   */
  public Future<Settings> load(Path home, Optional<Path> file, Map<String, String> environment) {
    return read(home.resolve("conf/parley.yaml"))
        .compose(defaults -> sources(file, environment).map(sources -> lay(defaults, sources)))
        .map(configured -> new Settings(home, configured, sections));
  }

  private Future<List<Source>> sources(Optional<Path> file, Map<String, String> environment) {
    var last = Source.ofEnvironment(environment);
    return file.map(path -> read(path).map(own -> List.of(Source.of(path.toString(), own), last)))
        .orElse(Future.succeededFuture(List.of(last)));
  }

  private static JsonObject lay(JsonObject defaults, List<Source> sources) {
    var values = defaults;
    for (var source : sources) {
      values = source.over(values);
    }
    return values;
  }

  /** An empty file has no keys. */
  private Future<JsonObject> read(Path file) {
    var name = file.toString();
    return vertx
        .fileSystem()
        .readFile(name)
        .recover(failure -> Future.failedFuture(new ConfigException(name, "cannot be read")))
        .compose(yaml -> parse(name, yaml));
  }

  private Future<JsonObject> parse(String name, Buffer yaml) {
    return new YamlProcessor()
        .process(vertx, new JsonObject(), yaml)
        .map(keys -> keys == null ? new JsonObject() : keys)
        .recover(
            failure ->
                Future.failedFuture(
                    new ConfigException(
                        name, "is not YAML: " + ConfigException.firstLine(failure))));
  }
}

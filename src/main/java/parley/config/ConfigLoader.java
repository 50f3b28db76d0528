package parley.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.config.yaml.YamlProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the configuration: the defaults in {@code conf/parley.yaml}, over them an administrator's
 * file, over that the environment. A key that cannot be used fails with a {@link ConfigException}.
 */
public final class ConfigLoader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Vertx vertx;

  public ConfigLoader(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * @param home the folder that has {@code conf/parley.yaml}; a relative {@code data} lies in it
   */
  public Future<Config> load(Path home, Optional<Path> file, Map<String, String> environment) {
    return read(home.resolve("conf/parley.yaml"))
        .compose(
            base ->
                file.map(
                        path ->
                            read(path).map(own -> Overrides.fromFile(base, own, path.toString())))
                    .orElse(Future.succeededFuture(base)))
        .map(config -> checked(Overrides.fromEnvironment(config, environment)))
        .map(config -> config.at(home));
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
                    new ConfigException(name, "is not YAML: " + firstLine(failure))));
  }

  private static Config checked(JsonObject config) {
    try {
      return MAPPER.readValue(config.encode(), Config.class);
    } catch (JsonProcessingException e) {
      throw named(e);
    }
  }

  /** Jackson knows where it stood; a record's own check knows which of its keys it was. */
  private static ConfigException named(JsonProcessingException failure) {
    var key =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull) // an index
                .collect(joining("."))
            : "";
    return failure.getCause() instanceof ConfigException own
        ? own.in(key)
        : new ConfigException(key, "has a value of the wrong kind: " + firstLine(failure));
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").trim();
  }
}

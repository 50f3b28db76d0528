package parley.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration: the defaults in {@code conf/parley.yaml}, over them an administrator's
 * file, over that the environment. A key that cannot be used fails with a {@link ConfigException}.
 */
public final class ConfigLoader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Vertx vertx;

  public ConfigLoader(Vertx vertx) {
    this.vertx = vertx;
  }

  public Future<Config> load(Path defaults, Optional<Path> file, Map<String, String> environment) {
    return read(defaults)
        .compose(
            base ->
                file.map(
                        path ->
                            read(path).map(own -> Overrides.fromFile(base, own, path.toString())))
                    .orElse(Future.succeededFuture(base)))
        .map(config -> checked(Overrides.fromEnvironment(config, environment)));
  }

  private Future<JsonObject> read(Path file) {
    if (!Files.isReadable(file)) {
      return Future.failedFuture(new ConfigException(file.toString(), "cannot be read"));
    }
    var store =
        new ConfigStoreOptions()
            .setType("file")
            .setFormat("yaml")
            .setConfig(new JsonObject().put("path", file.toAbsolutePath().toString()));
    var retriever = ConfigRetriever.create(vertx, new ConfigRetrieverOptions().addStore(store));
    return retriever
        .getConfig()
        .recover(
            failure ->
                Future.failedFuture(
                    new ConfigException(file.toString(), "is not YAML: " + firstLine(failure))))
        .eventually(retriever::close);
  }

  private static Config checked(JsonObject config) {
    try {
      return MAPPER.readValue(config.encode(), Config.class);
    } catch (JsonProcessingException e) {
      throw named(e);
    }
  }

  /** Jackson knows where it stood; a record's own check has already said so. */
  private static ConfigException named(JsonProcessingException failure) {
    if (failure.getCause() instanceof ConfigException own) {
      return own;
    }
    var key =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream().map(Reference::getFieldName).collect(joining("."))
            : "configuration";
    return new ConfigException(key, "has a value of the wrong kind: " + firstLine(failure));
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").trim();
  }
}

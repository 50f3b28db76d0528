package parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.config.yaml.YamlProcessor;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Sections;

/** What {@code conf/container} tells a forum, with the example's values. */
class ComposeTest {

  private static final Path FOLDER = Path.of("conf/container");

  /** {@code ${NAME}}, with what to do where it is not set. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?[-?]([^}]*))?}");

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theForumUnderstandsAllThatItIsTold() throws IOException {
    var config =
        new ConfigLoader(vertx, Sections.ALL)
            .load(Path.of(""), Optional.empty(), environment())
            .await()
            .config();
    assertThat(config.site().url()).isEqualTo("https://forum.example.org");
    assertThat(config.mysql().host()).isEqualTo("mariadb");
    assertThat(config.redis().url()).isEqualTo("redis://:secret@redis:6379/0");
    assertThat(config.mail().embedded()).isFalse();
  }

  @Test
  void nothingIsSetThatTheExampleDoesNotName() throws IOException {
    var compose = Files.readString(FOLDER.resolve("compose.yaml"));
    assertThat(VARIABLE.matcher(compose).results().map(found -> found.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(example().keySet());
  }

  @Test
  void theForumBelievesTheMachineThatTheNetworkIsOf() throws IOException {
    var gateway =
        compose()
            .getJsonObject("networks")
            .getJsonObject("outside")
            .getJsonObject("ipam")
            .getJsonArray("config")
            .getJsonObject(0)
            .getString("gateway");
    assertThat(environment()).containsEntry("PARLEY_HTTP_TRUSTED_PROXIES", gateway);
  }

  private JsonObject compose() throws IOException {
    var yaml = Buffer.buffer(Files.readString(FOLDER.resolve("compose.yaml")));
    return new YamlProcessor().process(vertx, new JsonObject(), yaml).await();
  }

  private Map<String, String> environment() throws IOException {
    var values = example();
    var told =
        compose().getJsonObject("services").getJsonObject("forum").getJsonObject("environment");
    return told.stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> resolved(entry.getValue().toString(), values)));
  }

  private static String resolved(String value, Map<String, String> values) {
    return VARIABLE.matcher(value).replaceAll(found -> values.get(found.group(1)));
  }

  /** The passwords, which the example leaves empty, are all "secret". */
  private static Map<String, String> example() throws IOException {
    var values = new TreeMap<String, String>();
    for (var line : Files.readAllLines(FOLDER.resolve("env.example"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split("=", 2);
        values.put(parts[0], parts[1].isEmpty() ? "secret" : parts[1]);
      }
    }
    return values;
  }
}

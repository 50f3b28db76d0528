package parley.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code conf/monitoring}, read as Prometheus and Grafana would. */
public final class Monitoring {

  private static final Path FOLDER = Path.of("conf/monitoring");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Monitoring() {}

  /** A rule that raises an alert. */
  public record Alert(
      String name,
      String expression,
      String lasting,
      String severity,
      String summary,
      String runbook) {}

  public static List<Alert> alerts() {
    return elements(yaml("alerts.yaml").path("groups")).stream()
        .flatMap(group -> elements(group.path("rules")).stream())
        .map(Monitoring::alert)
        .toList();
  }

  private static Alert alert(JsonNode rule) {
    return new Alert(
        rule.path("alert").asText(),
        rule.path("expr").asText(),
        rule.path("for").asText(),
        rule.path("labels").path("severity").asText(),
        rule.path("annotations").path("summary").asText(),
        rule.path("annotations").path("runbook").asText());
  }

  /** The expressions of the dashboard's panels. */
  public static List<String> dashboard() {
    return panels().stream()
        .flatMap(panel -> elements(panel.path("targets")).stream())
        .map(target -> target.path("expr").asText())
        .toList();
  }

  static List<JsonNode> panels() {
    return elements(json("grafana-dashboard.json").path("panels"));
  }

  /** Where the example has Prometheus look. */
  static JsonNode scrape() {
    return yaml("prometheus.yaml");
  }

  private static List<JsonNode> elements(JsonNode list) {
    return new ArrayList<>(StreamSupport.stream(list.spliterator(), false).toList());
  }

  private static JsonNode json(String file) {
    try {
      return MAPPER.readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file, e);
    }
  }

  private static JsonNode yaml(String file) {
    return MAPPER.valueToTree(new Yaml().load(text(file)));
  }

  private static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package parley.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.reference.Monitoring.Alert;

class MonitoringTest {

  private static final Path GUIDE = Path.of("docs/operations.md");

  @Test
  void everyAlertSaysWhatIsWrongAndWhereToRead() throws IOException {
    var sections =
        Files.readAllLines(GUIDE).stream()
            .filter(line -> line.startsWith("#"))
            .map(heading -> heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(Monitoring.alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert.name()).matches("Parley[A-Z]\\w+");
              assertThat(alert.severity()).isIn("page", "ticket");
              assertThat(alert.summary()).isNotBlank();
              assertThat(alert.lasting()).matches("(\\d+[smh])?");
              assertThat(alert.runbook())
                  .isEqualTo(GUIDE + "#" + alert.name().toLowerCase(Locale.ROOT));
              assertThat(sections).contains(alert.name().toLowerCase(Locale.ROOT));
            })
        .extracting(Alert::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyPanelHasAPlaceOfItsOwnAndATitle() {
    assertThat(Monitoring.panels())
        .allSatisfy(panel -> assertThat(panel.path("title").asText()).isNotBlank())
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
    assertThat(Monitoring.panels())
        .extracting(panel -> panel.path("gridPos"))
        .extracting(place -> place.path("x") + "," + place.path("y"))
        .doesNotHaveDuplicates();
    assertThat(Monitoring.dashboard()).allSatisfy(PromQl::of);
  }

  @Test
  void theExampleScrapesTheManagementPortAndRaisesTheAlerts() {
    var example = Monitoring.scrape();
    assertThat(example.path("rule_files").get(0).asText()).isEqualTo("alerts.yaml");
    JsonNode job = example.path("scrape_configs").get(0);
    assertThat(job.path("job_name").asText()).isEqualTo("parley");
    assertThat(job.path("static_configs").get(0).path("targets").get(0).asText())
        .isEqualTo("127.0.0.1:8082");
  }
}

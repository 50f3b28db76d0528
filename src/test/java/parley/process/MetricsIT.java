package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.reference.MetricsPage;
import parley.reference.Monitoring;
import parley.reference.PromQl;
import parley.reference.Reference;
import parley.reference.Samples;

/** Of a forum that was used a little. */
class MetricsIT {

  /** A sample of Prometheus' text format, version 0.0.4. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)*})?"
              + " (NaN|[+-]Inf|[-+0-9.eE]+)");

  /** What Prometheus itself adds to each sample. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

  private static String metrics;

  @BeforeAll
  static void useAForum() throws Exception {
    var port = freePort();
    var settings =
        Map.of(
            "PARLEY_MANAGEMENT_PORT", Integer.toString(port),
            "PARLEY_LIMITS_ENABLED", "true",
            "PARLEY_LIMITS_SIGN_IN_PER_ACCOUNT", "2");
    try (var parley = Program.run(DataFolder.make(), settings).awaitReady()) {
      use(parley);
      Awaitility.await().until(() -> (metrics = scrape(port)).contains("status=\"429\""));
    }
  }

  private static void use(Program parley) {
    var someone =
        new JsonObject()
            .put("username", "ann")
            .put("email", "ann@example.org")
            .put("password", "correct horse battery");
    var registered = parley.post("/api/register", null, someone);
    assertThat(registered.statusCode()).isEqualTo(201);
    var token = new JsonObject(registered.body()).getString("token");
    var topic = new JsonObject().put("title", "Hello").put("content", "All").put("boardId", 1);
    assertThat(parley.post("/api/topic/add", token, topic).statusCode()).isEqualTo(201);
    assertThat(parley.get("/api/index").statusCode()).isEqualTo(200);
    var wrong = new JsonObject().put("username", "ann").put("password", "wrong");
    assertThat(parley.post("/api/login", null, wrong).statusCode()).isEqualTo(401);
    assertThat(parley.post("/api/login", null, wrong).statusCode()).isEqualTo(401);
    assertThat(parley.post("/api/login", null, wrong).statusCode()).isEqualTo(429);
  }

  private static String scrape(int port) throws Exception {
    var address = URI.create("http://127.0.0.1:" + port + "/metrics");
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    return answer.body();
  }

  @Test
  void theyAreInPrometheusTextFormat() {
    assertThat(metrics.lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("# (HELP|TYPE) .*") || SAMPLE.matcher(line).matches());
  }

  @Test
  void theySayNothingOfMembers() {
    assertThat(metrics).doesNotContain("ann").doesNotContain("/api/topic/1");
  }

  @Test
  void thePageOfThemIsThatOfTheCode() {
    Reference.check(MetricsPage.FILE, MetricsPage.of(Samples.of(metrics)));
  }

  @Test
  void everyPanelAsksForWhatThereIs() {
    assertThat(Monitoring.dashboard()).hasSizeGreaterThan(20).allSatisfy(MetricsIT::isThere);
  }

  @Test
  void everyAlertAsksForWhatThereIs() {
    assertThat(Monitoring.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(alert -> isThere(alert.expression()));
  }

  private static void isThere(String expression) {
    var samples = Samples.of(metrics).all();
    var query = PromQl.of(expression);
    assertThat(query.selectors()).as(expression).isNotEmpty();
    for (var selector : query.selectors()) {
      if (selector.metric().equals("up")) {
        continue; // Prometheus' own
      }
      assertThat(samples)
          .as("%s of %s", selector, expression)
          .anySatisfy(
              sample -> {
                assertThat(sample.name()).isEqualTo(selector.metric());
                assertThat(sample.labels().keySet())
                    .containsAll(
                        selector.labels().stream()
                            .filter(label -> !OF_PROMETHEUS.contains(label))
                            .toList());
                selector.exactly().entrySet().stream()
                    .filter(label -> !OF_PROMETHEUS.contains(label.getKey()))
                    .forEach(label -> assertThat(sample.labels()).contains(label));
              });
      assertThat(query.grouping())
          .as(expression)
          .allSatisfy(
              label ->
                  assertThat(
                          OF_PROMETHEUS.contains(label)
                              || samples.stream()
                                  .anyMatch(
                                      sample ->
                                          sample.name().equals(selector.metric())
                                              && sample.labels().containsKey(label)))
                      .as(label)
                      .isTrue());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

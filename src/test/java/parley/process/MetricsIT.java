package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsIT {

  /** A sample of Prometheus' text format, version 0.0.4. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)*})?"
              + " (NaN|[+-]Inf|[-+0-9.eE]+)");

  @Test
  void theMetricsArePrometheusTextAboutTheJvmAndItsRequests() throws Exception {
    var port = freePort();
    var settings = Map.of("PARLEY_MANAGEMENT_PORT", Integer.toString(port));
    try (var parley = Program.run(DataFolder.make(), settings).awaitReady()) {
      assertThat(parley.get("/api/site").statusCode()).isEqualTo(200);
      var address = URI.create("http://127.0.0.1:" + port + "/metrics");
      var answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(answer.body().lines())
          .allMatch(line -> line.matches("# (HELP|TYPE) .*") || SAMPLE.matcher(line).matches())
          .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
          .anyMatch(line -> line.startsWith("vertx_http_server_requests_total{"))
          .anyMatch(line -> line.startsWith("vertx_pool_in_use{"));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

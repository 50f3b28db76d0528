package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Forum;
import parley.Parley;
import picocli.CommandLine;

class HealthCommandIT {

  private final Forum forum = Forum.shared();
  private final StringWriter output = new StringWriter();

  @TempDir Path directory;

  @Test
  void aReadyForumIsReportedCheckByCheck() throws IOException {
    assertThat(health(forum.managementPort())).isZero();
    assertThat(output.toString().lines())
        .containsExactlyInAnyOrder(
            "mysql UP", "redis UP", "http UP", "chat UP", "journal UP", "room UP", "search UP");
  }

  @Test
  void whatIsDownIsNamed() throws IOException {
    var answer =
        """
        {"status": "DOWN", "checks": [{"id": "mysql", "status": "DOWN"}, {"id": "redis", "status": "UP"}]}
        """;
    var server = answering(503, answer);
    assertThat(health(server.actualPort())).isEqualTo(1);
    assertThat(output.toString().lines()).containsExactly("mysql DOWN", "redis UP");
    server.close().await();
  }

  @ParameterizedTest
  @CsvSource({"404, not here", "200, ''"})
  void anythingElseThatAnswersIsNotReady(int status, String body) throws IOException {
    var server = answering(status, body);
    assertThat(health(server.actualPort())).isEqualTo(1);
    assertThat(output.toString()).startsWith("parley: no answer from 127.0.0.1:");
    server.close().await();
  }

  @Test
  void aForumThatDoesNotRunIsNotReady() throws IOException {
    assertThat(health(1)).isEqualTo(1);
    assertThat(output.toString())
        .startsWith("parley: no answer from 127.0.0.1:1 (management.host, management.port): ")
        .contains("Connection refused")
        .hasLineCount(1);
  }

  private HttpServer answering(int status, String body) {
    return forum
        .vertx()
        .createHttpServer()
        .requestHandler(request -> request.response().setStatusCode(status).end(body))
        .listen(0, "127.0.0.1")
        .await();
  }

  private int health(int port) throws IOException {
    var config = new JsonObject().put("management", new JsonObject().put("port", port));
    var file = Files.writeString(directory.resolve("parley.yaml"), config.encode());
    var writer = new PrintWriter(output, true);
    return new CommandLine(new Parley())
        .setOut(writer)
        .setErr(writer)
        .execute("health", "--config", file.toString());
  }
}

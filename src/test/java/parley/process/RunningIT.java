package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One after the other on one data folder: each start but the first finds what the last one left.
 */
@Execution(ExecutionMode.SAME_THREAD)
class RunningIT {

  private static final Path DATA = DataFolder.make();

  @Test
  void itSaysNothingButThatItIsReady() {
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      assertThat(parley.lines())
          .allMatch(line -> line.contains(" INFO "))
          .last()
          .asString()
          .matches(
              ".* Parley is ready at http://localhost:8080 \\(port \\d+\\) after \\d+\\.\\d s");
      assertThat(parley.get("/api/site").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTermSignalLetsTheRequestUnderWayEnd() throws IOException {
    try (var parley = Program.run(DATA, Map.of()).awaitReady();
        var slow = new Socket("127.0.0.1", parley.port())) {
      slow.getOutputStream()
          .write(
              "POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      parley.get("/api/site"); // by now the request has arrived too
      parley.signal("TERM").awaitOutput("Stopping");
      slow.getOutputStream().write('}');
      assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 422 ");
      assertStoppedInOrder(parley);
    }
  }

  @Test
  void anInterruptInTheTerminalStopsItInOrder() {
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      assertStoppedInOrder(parley.signalGroup("INT"));
    }
  }

  @Test
  void aSignalWhileItStartsStopsItInOrderToo() {
    try (var parley = Program.run(DATA, Map.of()).awaitOutput(" INFO ").signal("TERM")) {
      assertStoppedInOrder(parley);
    }
  }

  private static void assertStoppedInOrder(Program parley) {
    assertThat(parley.exitCode()).isZero();
    assertThat(parley.lines()).last().asString().endsWith("Stopped");
    assertThat(parley.output()).doesNotContain("Exception", " WARN ", " ERROR ");
    assertThat(parley.storesRun()).isFalse();
  }

  @Test
  void aSecondOneOnTheSameDataIsRefusedInOneLine() {
    try (var first = Program.run(DATA, Map.of()).awaitReady();
        var second = Program.run(DATA, Map.of())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.lines())
          .singleElement()
          .asString()
          .matches(
              "parley: The data directory .* is in use by another Parley \\(process \\d+\\)\\.");
      assertThat(first.get("/api/index").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRoleIsGivenWhileItRunsAndTakesEffectAtOnce() {
    var name = "member" + UUID.randomUUID().toString().substring(0, 8);
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      var token = Someone.register(parley, name);
      assertRole(name, "moderator", 0, name + " is now moderator");
      var user = new JsonObject(parley.post("/api/user", token, null).body());
      assertThat(user.getString("role")).isEqualTo("moderator");
      assertRole("nobody", "admin", 1, "parley: no member is named 'nobody'");
      assertRole(name, "king", 2, "parley: 'king' is not a role: use member, moderator or admin");
      assertStoppedInOrder(parley.signal("TERM"));
    }
    assertRole(name, "admin", 0, name + " is now admin");
  }

  private static void assertRole(String name, String role, int exitCode, String line) {
    try (var command = Program.run(DATA, Map.of(), "role", name, role)) {
      assertThat(command.exitCode()).as(command.output()).isEqualTo(exitCode);
      assertThat(command.lines()).containsExactly(line);
    }
  }
}

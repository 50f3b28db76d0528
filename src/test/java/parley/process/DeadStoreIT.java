package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embedded stores that are killed or frozen under a forum that runs. */
@Execution(ExecutionMode.SAME_THREAD)
class DeadStoreIT {

  private static final Duration SECONDS = Duration.ofSeconds(15);

  /** Two seconds, and one for a busy machine. */
  private static final Duration REFUSED = Duration.ofSeconds(3);

  private static final Duration AT_ONCE = Duration.ofMillis(500);
  private static final Duration FOUND = Duration.ofSeconds(2);

  private final Path data = DataFolder.make();

  @ParameterizedTest
  @ValueSource(strings = {"mariadbd", "redis-server"})
  void aStoreThatIsKilledIsStartedAgainAndNothingIsLost(String store) {
    try (var parley = Program.run(data, Map.of()).awaitReady()) {
      var token = Someone.register(parley, "writer");
      var topic = write(parley, token);
      assertThat(topic).isPositive();
      for (var death = 1; death <= 2; death++) {
        var dead = parley.store(store);
        parley.signal(dead, "KILL");
        await().atMost(SECONDS).until(() -> parley.store(store).pid() != dead.pid());
        await().atMost(SECONDS).until(() -> write(parley, token) > 0);
        assertThat(parley.get("/api/topic/" + topic).statusCode()).isEqualTo(200);
        assertThat(parley.post("/api/user", token, null).statusCode()).isEqualTo(200);
      }
      assertThat(parley.output()).contains("ended unexpectedly and is started again");
      assertThat(parley.output()).contains("runs again after");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadbd", "redis-server"})
  void aStoreThatDiesAgainAndAgainEndsTheProcessWithOneLine(String store) {
    try (var parley = Program.run(data, Map.of()).awaitReady()) {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                parley.killStores(store);
                return parley.output().contains("times in a row; its log is ");
              });
      assertThat(parley.exitCode()).isEqualTo(1);
      assertThat(parley.storesRun()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadbd", "redis-server"})
  void aFrozenStoreIsRefusedAndFoundAgain(String store) {
    try (var parley = Program.run(data, Map.of()).awaitReady()) {
      var token = Someone.register(parley, "writer");
      assertThat(write(parley, token)).isPositive();
      var frozen = parley.store(store);
      for (var round = 0; round < 2; round++) {
        parley.signal(frozen, "STOP");
        assertRefused(parley, token, REFUSED);
        for (var n = 0; n < 5; n++) {
          assertRefused(parley, token, AT_ONCE);
        }
        parley.signal(frozen, "CONT");
        await()
            .atMost(FOUND)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> write(parley, token) > 0);
      }
      assertThat(parley.store(store).pid()).as("not started again").isEqualTo(frozen.pid());
      assertThat(parley.lines().stream().filter(line -> line.contains(" is away: ")))
          .as("lines of state changes")
          .hasSize(2);
    }
  }

  @Test
  void theDatabaseOfAnInterruptedStartIsFoundByTheNextOne() {
    for (var n = 0; n < 3; n++) {
      var parley = Program.run(data, Map.of());
      parley.store("redis-server");
      parley.killAll();
    }
    try (var parley = Program.run(data, Map.of()).awaitReady()) {
      assertThat(write(parley, Someone.register(parley, "writer"))).isPositive();
    }
  }

  private static void assertRefused(Program parley, String token, Duration within) {
    var began = Instant.now();
    var answer = parley.post("/api/topic/add", token, Someone.topic("Away"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(Duration.between(began, Instant.now())).isLessThan(within);
  }

  /** The id of a new topic; 0 where it was refused. */
  private static long write(Program parley, String token) {
    var answer = parley.post("/api/topic/add", token, Someone.topic("Kept"));
    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
    return answer.statusCode() == 201 ? new JsonObject(answer.body()).getLong("id") : 0;
  }
}

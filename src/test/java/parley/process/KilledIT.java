package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class KilledIT {

  private static final int ENOUGH = 20;

  private final Path data = DataFolder.make();

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfTheProcess() {
    assertNothingIsLost(parley -> parley.signal("KILL").exitCode());
  }

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfTheProcessAndItsStores() {
    assertNothingIsLost(Program::killAll);
  }

  private void assertNothingIsLost(Consumer<Program> death) {
    List<Long> acknowledged = new CopyOnWriteArrayList<>();
    String token;
    try (var parley = Program.run(data, Map.of()).awaitReady()) {
      token = Someone.register(parley, "writer");
      var writer = CompletableFuture.runAsync(() -> writeUntilDeath(parley, token, acknowledged));
      await().until(() -> acknowledged.size() >= ENOUGH);
      death.accept(parley);
      writer.join();
      try (var next = Program.run(data, Map.of()).awaitReady()) {
        assertThat(acknowledged)
            .allSatisfy(id -> assertThat(next.get("/api/topic/" + id).statusCode()).isEqualTo(200));
        assertThat(next.post("/api/user", token, null).statusCode()).isEqualTo(200);
        assertThat(next.post("/api/topic/add", token, Someone.topic("On")).statusCode())
            .isEqualTo(201);
      }
    }
  }

  private static void writeUntilDeath(Program parley, String token, List<Long> acknowledged) {
    try {
      while (true) {
        var answer = parley.post("/api/topic/add", token, Someone.topic("Kept"));
        if (answer.statusCode() == 201) {
          acknowledged.add(new JsonObject(answer.body()).getLong("id"));
        }
      }
    } catch (UncheckedIOException dead) {
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    }
  }
}

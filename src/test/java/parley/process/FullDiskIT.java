package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A forum whose data folder is a small file system in memory, which only root can mount. */
@Execution(ExecutionMode.SAME_THREAD)
class FullDiskIT {

  private static final String SIZE = "200m";
  private static final int PIECE = 64 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "disk");
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", disk.toString()) == 0;
    Assumptions.assumeTrue(mounted, "only root can mount a file system");
    Files.createSymbolicLink(
        disk.resolve("program"), Path.of("target/embedded-program").toAbsolutePath());
  }

  @AfterEach
  void unmount() {
    if (mounted) { // the last process of the forum may still be ending
      await().atMost(PATIENCE).until(() -> run("umount", disk.toString()) == 0);
    }
  }

  /** As by other programs, within seconds: the forum stops in time. */
  @Test
  void readsGoOnAndWritesAreRefusedUntilThereIsSpaceAgain() throws IOException {
    try (var parley = Program.run(disk, Map.of("PARLEY_CACHE_GUEST_MEBIBYTES", "0")).awaitReady()) {
      var token = Someone.register(parley, "writer");
      var topic = new JsonObject(write(parley, token, 10).body()).getLong("id");
      var paths =
          List.of(
              "/api/index",
              "/api/topic/" + topic,
              "/api/topic/boards",
              "/api/index?board=1",
              "/api/user/1",
              "/api/site");
      assertRead(parley, paths, null);
      var filler = fill(disk, 20 << 20);
      var refused =
          await()
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(10))
              .until(() -> write(parley, token, 40_000), answer -> answer.statusCode() != 201);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      for (var n = 0; n < 20; n++) {
        var answer = write(parley, token, 40_000);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
        assertRead(parley, paths, null);
        assertRead(parley, paths, token);
      }
      Files.delete(filler);
      await().atMost(PATIENCE).until(() -> write(parley, token, 40_000).statusCode() == 201);
      assertRead(parley, paths, token);
    }
  }

  private static void assertRead(Program parley, List<String> paths, String token) {
    var answers = new HashMap<String, String>();
    for (var path : paths) {
      var answer = parley.get(path, token);
      if (answer.statusCode() != 200) {
        answers.put(path, answer.statusCode() + " " + answer.body());
      }
    }
    assertThat(answers).as(parley.output()).isEmpty();
  }

  private static java.net.http.HttpResponse<String> write(
      Program parley, String token, int length) {
    var content = Stream.generate(() -> "word ").limit(length / 5).reduce("", String::concat);
    var body = new JsonObject().put("title", "T").put("content", content).put("boardId", 1);
    return parley.post("/api/topic/add", token, body);
  }

  /** Whatever becomes of the database then: when there is space again, all is well. */
  @Test
  void aDiskThatIsFullAtOnceDoesNotEndTheForum() throws IOException {
    try (var parley = Program.run(disk, Map.of("PARLEY_ROOM_REFUSE_MEBIBYTES", "0")).awaitReady()) {
      var token = Someone.register(parley, "writer");
      var topic = new JsonObject(write(parley, token, 10).body()).getLong("id");
      var filler = fill(disk, 0);
      for (var n = 0; n < 100; n++) {
        var answer = write(parley, token, 40_000);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
        assertThat(parley.get("/api/topic/" + topic).statusCode()).isIn(200, 503);
      }
      Files.delete(filler);
      await().atMost(PATIENCE).until(() -> write(parley, token, 10).statusCode() == 201);
      assertRead(parley, List.of("/api/topic/" + topic, "/api/index"), token);
    }
  }

  /** Leaves so many bytes. */
  private static Path fill(Path folder, long left) throws IOException {
    var file = folder.resolve("filler");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (Files.getFileStore(folder).getUsableSpace() > left) {
        channel.write(ByteBuffer.allocate(PIECE));
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
    return file;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}

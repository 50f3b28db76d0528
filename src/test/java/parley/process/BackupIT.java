package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands as the person who hosts gives them, with the embedded stores. */
class BackupIT {

  private final Path data = DataFolder.make();
  private Path backups;

  @BeforeEach
  void makeFolder() throws IOException {
    backups = Files.createDirectory(data.resolve("backups"));
  }

  private Program run(String... arguments) {
    return Program.run(data, Map.of(), arguments);
  }

  private void assertEnds(int code, String saying, String... arguments) {
    try (var command = run(arguments)) {
      assertThat(command.exitCode()).as(command.output()).isEqualTo(code);
      assertThat(command.output()).contains(saying).doesNotContain("Exception", "\tat ");
    }
  }

  private void assertSaysNothing(String... arguments) {
    try (var command = run(arguments)) {
      assertThat(command.exitCode()).isZero();
      assertThat(command.output()).isEmpty();
    }
  }

  private Path onlyBackup() throws IOException {
    try (var files = Files.list(backups)) {
      return files.reduce((one, other) -> null).orElseThrow();
    }
  }

  @Test
  void aForumIsBackedUpWhileItRunsAndRestoredWhenItIsStopped() throws IOException {
    String token;
    try (var forum = run().awaitReady()) {
      token = Someone.register(forum, "keeper");
      forum.post("/api/topic/add", token, Someone.topic("Before the backup"));
      assertEnds(0, "Verified ", "backup", "--verify", "--keep", "3", backups.toString());
      assertSaysNothing("backup", "--quiet", data.resolve("quiet.zip").toString());
      forum.post("/api/topic/add", token, Someone.topic("After the backup"));
      assertEnds(4, "in use by another Parley", "restore", "--replace", onlyBackup().toString());
      forum.signal("TERM").exitCode();
    }
    assertEnds(0, "0 migrations pending", "migrate", "--status");
    assertEnds(4, "--replace", "restore", onlyBackup().toString());
    assertEnds(0, "Restored ", "restore", "--replace", onlyBackup().toString());
    try (var forum = run().awaitReady()) {
      assertThat(forum.get("/api/index").body())
          .contains("Before the backup")
          .doesNotContain("After the backup");
      assertThat(forum.post("/api/user", token, null).statusCode())
          .as("who was signed in is not, as ids may be given anew")
          .isEqualTo(401);
      var again =
          new JsonObject().put("username", "keeper").put("password", "correct horse battery");
      assertThat(forum.post("/api/login", null, again).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatCannotBeUsedIsSaidInOneLine() throws IOException {
    var other = Files.writeString(backups.resolve("dump.sql"), "-- a dump");
    assertEnds(3, "parley: This is not a backup of Parley", "backup", "--verify", other.toString());
    assertEnds(2, "not overwritten", "backup", other.toString());
    assertEnds(
        1, "missing.zip: no such file", "restore", backups.resolve("missing.zip").toString());
  }
}

package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParleyIT {

  @TempDir(factory = TargetDir.class)
  Path data;

  @Test
  void theNextStartStopsTheStoresOfAKilledParleyAndHasItsData() throws Exception {
    try (var parley = ChildParley.launch(data).awaitReady()) {
      parley.kill();
      assertThat(parley.stores()).allMatch(ChildParley::runs);
      assertDataIsThere();
    }
    assertThat(mariaDbLog()).contains("Normal shutdown");
  }

  @Test
  void theNextStartRecoversWhatAPowerFailureLeft() throws Exception {
    try (var parley = ChildParley.launch(data).awaitReady()) {
      parley.killAll();
      assertThat(parley.stores()).noneMatch(ChildParley::runs);
      assertDataIsThere();
    }
    assertThat(mariaDbLog()).contains("Starting crash recovery");
  }

  @Test
  void aSecondParleyIsRefusedAndTheStoresOfTheFirstLiveOn() throws Exception {
    try (var first = ChildParley.launch(data).awaitReady();
        var second = ChildParley.launch(data)) {
      assertThat(second.lines())
          .singleElement()
          .asString()
          .matches("The data directory .* is in use by another Parley \\(process \\d+\\)\\.");
      assertThat(first.stores()).allMatch(ChildParley::runs);
    }
  }

  @Test
  void anInterruptInTheTerminalDoesNotReachTheStores() throws Exception {
    try (var parley = ChildParley.launch(data).awaitReady()) {
      for (var store : parley.stores()) {
        assertThat(session(store)).as("session").isEqualTo(store.pid());
      }
      parley.signalGroup("INT");
      assertThat(parley.stores()).allMatch(ChildParley::runs);
      assertThat(mariaDbLog()).doesNotContain("Normal shutdown");
    }
  }

  @Test
  void strangersAndTheStoresOfAnotherDirectoryAreLeftAlone(
      @TempDir(factory = TargetDir.class) Path other) throws Exception {
    Files.createDirectories(data.resolve("redis"));
    var stranger = new ProcessBuilder("sleep", "600").directory(data.resolve("redis").toFile());
    var process = stranger.start();
    try (var neighbour = ChildParley.launch(other).awaitReady()) {
      try (var held = DataDir.open(data, TargetDir.PROGRAMS)) {
        EmbeddedRedis.start(held).close();
        EmbeddedMariaDb.start(held).close();
      }
      assertThat(neighbour.stores()).allMatch(ChildParley::runs);
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private String mariaDbLog() throws IOException {
    return Files.readString(data.resolve("mariadb/mariadb.log"));
  }

  /** The fourth field behind the name, which is in parentheses: see {@code proc(5)}. */
  private static long session(ProcessHandle process) throws IOException {
    var status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    return Long.parseLong(status.substring(status.lastIndexOf(')') + 2).split(" ")[3]);
  }

  private void assertDataIsThere() throws Exception {
    try (var held = DataDir.open(data, TargetDir.PROGRAMS);
        var database = EmbeddedMariaDb.start(held);
        var redis = EmbeddedRedis.start(held);
        var talk = RedisTalk.to(redis.uri())) {
      assertThat(title(database)).isEqualTo("acknowledged");
      assertThat(talk.ask("GET session:1")).isEqualTo("member:7");
    }
  }

  private static String title(EmbeddedMariaDb store) throws SQLException {
    var url =
        "jdbc:mariadb://"
            + store.address().host()
            + ":"
            + store.address().port()
            + "/"
            + store.address().database();
    try (var connection =
            DriverManager.getConnection(url, store.address().user(), store.address().password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT title FROM topic")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}

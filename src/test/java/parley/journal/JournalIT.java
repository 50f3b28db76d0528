package parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.store.Database;

class JournalIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private JournalStand stand;

  @BeforeEach
  void open() throws SQLException {
    stand = new JournalStand();
  }

  @AfterEach
  void close() throws SQLException {
    stand.close();
  }

  @Test
  void whatCommitsInTheWrongOrderIsReadInTheRightOne() throws SQLException {
    var first = stand.open(1);
    stand.write(2);
    var third = stand.open(3);
    stand.write(4);
    stand.startReading();
    await().during(Duration.ofMillis(1_500)).atMost(PATIENCE).until(() -> stand.read().isEmpty());
    JournalStand.commit(first);
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(1L, 2L)));
    JournalStand.commit(third);
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(1L, 2L, 3L, 4L)));
  }

  @Test
  void whatIsRolledBackIsPassedOver() throws SQLException {
    var gone = stand.open(1);
    stand.write(2);
    stand.startReading();
    JournalStand.rollBack(gone);
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(2L)));
  }

  /** The id is taken before the row is there: nothing to lock tells of it. */
  @Test
  void anIdThatIsMissingIsWaitedForAWhile() throws SQLException {
    stand.write(1);
    stand.write(2);
    stand.sql("UPDATE journal SET id = id + 1 WHERE JSON_VALUE(data, '$.number') = 2");
    stand.startReading();
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(1L)));
    stand.sql(
        "INSERT INTO journal (id, type, subject, data, created_at)"
            + " SELECT MAX(id) - 1, 'noted', 1, '{\"number\":3}', UTC_TIMESTAMP(3) FROM journal");
    await().atMost(PATIENCE).until(() -> stand.read().size() == 3);
    assertThat(stand.readIds()).isSorted();
  }

  @Test
  void twoProcessesReadEachEntryOnceAndInOrderHoweverWritersCommit() throws SQLException {
    var other = Vertx.vertx();
    stand.startReading();
    JournalStand.startReading(other, new Database(other, stand.address, 4, 2), null);
    var writers = Executors.newFixedThreadPool(6);
    try {
      var written =
          IntStream.range(0, 6)
              .mapToObj(writer -> CompletableFuture.runAsync(() -> writeAtRandom(writer), writers))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(written).join();
    } finally {
      writers.shutdown();
    }
    await().atMost(PATIENCE).until(() -> stand.readIds().equals(stand.ids()));
    other.close().await();
  }

  private void writeAtRandom(int writer) {
    var random = new Random(writer);
    try {
      for (var n = 0; n < 40; n++) {
        var open = stand.open(n);
        Thread.sleep(random.nextInt(20)); // a transaction that takes its time
        if (random.nextInt(10) == 0) {
          JournalStand.rollBack(open);
        } else {
          JournalStand.commit(open);
        }
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingIsLostOrReadTwiceHoweverOftenTheReadingProcessIsKilled()
      throws SQLException, IOException {
    for (var n = 0; n < 400; n++) {
      stand.write(n);
    }
    for (var kill = 1; kill <= 3; kill++) {
      var until = kill * 60;
      var process = ReadingProcess.launch(stand.address);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> stand.readIds().size() >= until);
      process.destroyForcibly().onExit().join();
    }
    stand.startReading();
    await().atMost(PATIENCE).until(() -> stand.readIds().equals(stand.ids()));
  }

  @Test
  void anEntryThatCannotBeReadIsTriedAgainAndHoldsBackWhatFollows() throws SQLException {
    stand.poison.set(3L);
    for (var n = 1; n <= 5; n++) {
      stand.write(n);
    }
    stand.startReading();
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(1L, 2L)));
    await()
        .atMost(PATIENCE)
        .until(() -> stand.lag.health().getBoolean("degraded") && gauge("entries") == 3);
    assertThat(stand.numbers("SELECT attempts AS n FROM journal_cursor").get(0)).isPositive();
    stand.poison.set(null);
    await().atMost(PATIENCE).until(() -> stand.read().equals(List.of(1L, 2L, 3L, 4L, 5L)));
    await()
        .atMost(PATIENCE)
        .until(() -> !stand.lag.health().getBoolean("degraded") && gauge("entries") == 0);
  }

  private double gauge(String what) {
    return stand.metrics.get("parley.journal.lag." + what).tag("reader", "stand").gauge().value();
  }

  @Test
  void onlyWhatAllHaveReadAndIsOldIsRemovedAndNeverTheNewest() throws SQLException {
    for (var n = 1; n <= 4; n++) {
      stand.write(n);
    }
    stand.startReading();
    await().atMost(PATIENCE).until(() -> stand.readIds().equals(stand.ids()));
    assertThat(prune(Duration.ofHours(1))).isZero();
    stand.sql(
        "INSERT INTO journal_cursor (name, position, next_attempt_at) VALUES ('slow', 2, '2000-01-01')");
    assertThat(prune(Duration.ofHours(-1))).isEqualTo(2);
    stand.sql("DELETE FROM journal_cursor WHERE name = 'slow'");
    assertThat(prune(Duration.ofHours(-1))).isEqualTo(1);
    assertThat(stand.ids()).hasSize(1);
  }

  private long prune(Duration keep) {
    return new JournalPruning(stand.database, keep, Clock.systemUTC()).run().await();
  }
}

package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.store.Jdbc;

class ConcurrentWritesIT {

  private static final String REPLY =
      """
      INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at)
      SELECT id, last_floor, 1, '', '', 1, NOW() FROM topic
      """;

  private static final String WRONG_COUNTERS =
      """
      SELECT COUNT(*) FROM topic WHERE reply_count <> (SELECT COUNT(*) FROM reply WHERE topic_id = topic.id)
      """;

  @Test
  void aBackupHoldsOneMomentWhateverIsWrittenMeanwhile() throws Exception {
    try (var forum = OwnDatabase.migrated();
        var restored = OwnDatabase.empty()) {
      forum.sql(
          "SET foreign_key_checks = 0",
          "INSERT INTO topic (board_id, author_id, title, content, html, html_version, created_at,"
              + " active_at) VALUES (1, 1, '', '', '', 1, NOW(), NOW())",
          // what is read before the topics takes long enough for replies to come between
          "INSERT INTO mention (topic_id, reply_id, member_id, created_at)"
              + " SELECT 1, a.seq, 1, NOW() FROM seq_1_to_30000 a");
      var stop = new AtomicBoolean();
      var writing = new CountDownLatch(20);
      var writer = CompletableFuture.runAsync(() -> write(forum, stop, writing));
      writing.await();

      var before = forum.number("SELECT COUNT(*) FROM reply");
      forum.backUp(forum.file("backup.zip"));
      var after = forum.number("SELECT COUNT(*) FROM reply");
      stop.set(true);
      writer.join();
      restored.reader().restore(forum.file("backup.zip"), false, () -> {});

      assertThat(after).as("replies came meanwhile").isGreaterThan(before + 1);
      assertThat(restored.number("SELECT COUNT(*) FROM reply")).isBetween(before, after);
      assertThat(restored.number(WRONG_COUNTERS)).isZero();
    }
  }

  /** The counter and then the reply, in one transaction. */
  private static void write(OwnDatabase forum, AtomicBoolean stop, CountDownLatch writing) {
    try (var connection = Jdbc.connect(forum.address())) {
      connection.setAutoCommit(false);
      while (!stop.get()) {
        write(connection);
        writing.countDown();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET foreign_key_checks = 0");
      statement.execute(
          "UPDATE topic SET reply_count = reply_count + 1, last_floor = last_floor + 1");
      statement.execute(REPLY);
    }
    connection.commit();
  }
}

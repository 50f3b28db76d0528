package parley.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Checked;
import parley.Forum;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;

/** On data that the version before this schema wrote, which is migrated first. */
class CheckIT {

  private static final String BEFORE = "004";

  private final MysqlAddress server = Forum.shared().mysql();
  private final MysqlAddress address = server.with(Forum.unique("parley_check"));

  @TempDir Path folder;

  @BeforeEach
  void migrateOldData() throws SQLException, IOException {
    at(server, "CREATE DATABASE " + address.database());
    new Schema(address).migrateTo(BEFORE);
    at(
        address,
        """
        INSERT INTO member (id, username, username_key, email, email_key, password_hash, image,
          topic_count, reply_count, created_at)
        VALUES (1, 'ann', 'ann', 'a@example.org', 'a@example.org', 'x', '/api/images/a.png', 1, 2,
          '2026-01-01'),
          (2, 'bob', 'bob', 'b@example.org', 'b@example.org', 'x', NULL, 0, 0, '2026-01-01')
        """,
        """
        INSERT INTO topic (id, board_id, author_id, title, content, html, html_version, created_at,
          active_at, reply_count, last_floor, last_reply_at, last_reply_author_id, listed)
        VALUES (1, 1, 1, 'Shown', 'x', 'x', 1, '2026-01-01', '2026-01-04', 2, 3, '2026-01-04', 1, 1),
          (2, 1, 1, 'Deleted', 'x', 'x', 1, '2026-01-02', '2026-01-02', 0, 0, NULL, NULL, NULL)
        """,
        """
        INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at,
          listed)
        VALUES (1, 1, 1, 'x', 'x', 1, '2026-01-02', 1), (1, 2, 2, 'x', 'x', 1, '2026-01-03', NULL),
          (1, 3, 1, 'x', 'x', 1, '2026-01-04', 1)
        """,
        "UPDATE board SET topic_count = 1, reply_count = 2 WHERE id = 1",
        "INSERT INTO topic_day VALUES (1, '2026-01-04', 1)",
        "INSERT INTO chat_room VALUES (1, UUID(), 1, 2, 2, '2026-01-01')",
        "INSERT INTO chat_seat VALUES (1, 1, 2, 0), (1, 2, 1, 1)",
        """
        INSERT INTO chat_message (id, room_id, sender_id, client_id, content, html, html_version,
          created_at)
        VALUES (1, 1, 1, UUID(), 'x', 'x', 1, '2026-01-01'),
          (2, 1, 1, UUID(), 'x', 'x', 1, '2026-01-01')
        """);
    new Schema(address).migrate();
    Files.writeString(folder.resolve("a.png"), "a picture");
  }

  @AfterEach
  void drop() throws SQLException {
    at(server, "DROP DATABASE " + address.database());
  }

  @Test
  void dataOfTheVersionBeforeIsRightAfterItsMigration() throws SQLException {
    assertThat(check().run()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE topic SET reply_count = 3 WHERE id = 1 | topics: topic 1 counts 3 replies of 2",
        "UPDATE topic SET active_at = '2026-01-05' WHERE id = 1 | activity: topic 1 does not say",
        "UPDATE board SET topic_count = 2 WHERE id = 1 | boards: board 1 counts 2 topics of 1",
        "UPDATE board SET reply_count = 1 WHERE id = 2 | boards: board 2 counts 0 topics of 0, 1",
        "UPDATE member SET reply_count = 9 WHERE id = 2 | members: member 2 counts 0 topics of 0, 9",
        "UPDATE topic_day SET topics = 2 | days: board 1 counts 2 topics of 1 on 2026-01-04",
        "INSERT INTO topic_day VALUES (2, '2026-01-01', 1) | days: board 2 counts 1 topics of none",
        "DELETE FROM topic_day | days: board 1 counts 0 topics of 1",
        "UPDATE chat_seat SET unread = 0 | unread: member 2 has 0 unread messages of 1 in room 1",
        "UPDATE reply SET html_version = 99 | html: 3 rows of reply have HTML of version 99",
        "UPDATE chat_room SET last_message_id = 1 | rooms: room 1 does not name its last message",
      })
  void whatIsWrongIsFoundAndRepaired(String damage, String problem) throws SQLException {
    at(address, damage);
    assertThat(check().run()).anyMatch(line -> line.startsWith(problem));
    check().repair();
    assertThat(check().run()).isEmpty();
  }

  @Test
  void whatNobodyCanKnowIsFoundAndStays() throws Exception {
    at(address, "DELETE FROM reply WHERE floor = 2");
    Files.delete(folder.resolve("a.png"));
    check().repair();
    assertThat(check().run())
        .containsExactlyInAnyOrder(
            "floors: topic 1 has 2 floors, the last is 3, the topic says 3",
            "pictures: there is no file a.png");
  }

  private DataCheck check() {
    var pictures =
        new ReferredFiles(
            "pictures",
            "SELECT DISTINCT SUBSTRING_INDEX(image, '/', -1) FROM member WHERE image IS NOT NULL",
            folder);
    return Checked.of(address, List.of(pictures));
  }

  private static void at(MysqlAddress where, String... statements) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

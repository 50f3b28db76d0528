package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.store.Schema;

class RehearsalIT {

  private OwnDatabase forum;

  @BeforeEach
  void open() throws SQLException {
    forum = OwnDatabase.empty();
  }

  @AfterEach
  void close() throws SQLException {
    forum.close();
  }

  private Rehearsal rehearsal(Schema schema) {
    return new Rehearsal(forum.address(), schema, line -> {});
  }

  /** This program's migrations, and one more. */
  private Schema with(String next) throws Exception {
    var folder = Files.createDirectories(forum.file("migrations"));
    Files.writeString(folder.resolve("V999__next.sql"), next);
    return new Schema(forum.address(), "classpath:db/migration,filesystem:" + folder);
  }

  @Test
  void itRunsTheMigrationsOnTheDataAndLeavesTheDatabaseAsItIs() throws Exception {
    forum.schema().migrateTo("002");
    forum.sql(
        "INSERT INTO mail (message_id, kind, recipient, data, next_attempt_at, created_at)"
            + " VALUES ('m', 'k', 'r', 'd', NOW(), NOW())");
    var newest = forum.schema().state().newest();
    var before = forum.content();

    var outcome = rehearsal(forum.schema()).run();

    assertThat(outcome.from()).isEqualTo("002");
    assertThat(outcome.to()).isEqualTo(newest);
    assertThat(outcome.migrations()).isEqualTo(forum.schema().state().pending()).isPositive();
    assertThat(outcome.duration()).isPositive();
    assertThat(forum.content()).isEqualTo(before);
    assertThat(forum.schema().state().current()).contains("002");
    assertThat(forum.neighbours()).isEmpty();
  }

  @Test
  void aMigrationThatFailsOnTheDataIsSeenBefore() throws Exception {
    forum.schema().migrate();
    var next = with("ALTER TABLE board ADD UNIQUE KEY uq (topic_count);");
    assertThatThrownBy(() -> rehearsal(next).run())
        .isInstanceOfSatisfying(
            BackupException.class,
            e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.FAILED))
        .hasMessageContaining("The database is unchanged")
        .hasMessageContaining("Duplicate entry '0' for key 'uq'");
    assertThat(next.state().pending()).isEqualTo(1);
    assertThat(forum.neighbours()).isEmpty();
  }

  @Test
  void withNothingToMigrateThereIsNothingToRehearse() throws Exception {
    forum.schema().migrate();
    assertThat(rehearsal(forum.schema()).run().migrations()).isZero();
  }

  @Test
  void aNewerSchemaIsNotRehearsed() throws Exception {
    with("SELECT 1;").migrate();
    assertThatThrownBy(() -> rehearsal(forum.schema()).run())
        .isInstanceOfSatisfying(
            BackupException.class,
            e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.NEWER_SCHEMA));
  }

  @Test
  void whatOthersAddedToTheDatabaseIsSaid() throws Exception {
    forum.schema().migrateTo("002");
    forum.sql("ALTER TABLE board ADD flavour INT");
    assertThatThrownBy(() -> rehearsal(forum.schema()).run())
        .hasMessageContaining("tables or columns of the database differ");
  }
}

package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.backup.BackupException.Reason;
import parley.store.Jdbc;
import parley.store.StoreStartException;

/** What is refused leaves the database as it was, and nothing beside it. */
class RefusalIT {

  private OwnDatabase forum;

  @BeforeEach
  void open() throws SQLException {
    forum = OwnDatabase.migrated();
  }

  @AfterEach
  void close() throws SQLException {
    forum.close();
  }

  private AbstractThrowableAssert<?, ?> assertRefused(Reason reason, ThrowingCallable restore)
      throws SQLException {
    var before = forum.content();
    var refusal =
        assertThatThrownBy(restore)
            .isInstanceOfSatisfying(
                BackupException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(forum.content()).isEqualTo(before);
    assertThat(forum.neighbours()).isEmpty();
    return refusal;
  }

  @Test
  void aDamagedBackup() throws Exception {
    var backup = forum.file("backup.zip");
    forum.backUp(backup);
    var bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes);
    assertRefused(Reason.UNUSABLE, () -> forum.reader().restore(backup, true, () -> {}));
  }

  @Test
  void aBackupOfANewerSchema() throws Exception {
    try (var newer = OwnDatabase.migrated()) {
      newer.sql(
          "INSERT INTO flyway_schema_history VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 7,"
              + " 'parley', NOW(), 1, 1)");
      newer.backUp(newer.file("backup.zip"));
      assertRefused(
              Reason.UNUSABLE,
              () -> forum.reader().restore(newer.file("backup.zip"), true, () -> {}))
          .hasMessageContaining("newer Parley (test), with a schema of version 999");
    }
  }

  @Test
  void aBackupWhoseMigrationsWereOthers() throws Exception {
    try (var other = OwnDatabase.migrated()) {
      other.sql("UPDATE flyway_schema_history SET checksum = 7 WHERE version = '002'");
      other.backUp(other.file("backup.zip"));
      assertRefused(
              Reason.UNUSABLE,
              () -> forum.reader().restore(other.file("backup.zip"), true, () -> {}))
          .hasMessageContaining("differ from those of this Parley");
    }
  }

  @Test
  void aBackupWithAColumnThatMigrationsDoNotMake() throws Exception {
    try (var other = OwnDatabase.migrated()) {
      other.sql("ALTER TABLE board ADD flavour INT");
      other.backUp(other.file("backup.zip"));
      assertRefused(
              Reason.UNUSABLE,
              () -> forum.reader().restore(other.file("backup.zip"), true, () -> {}))
          .hasMessageContaining("table board has different columns");
    }
  }

  @Test
  void aSealedBackupThatSaysItHasMoreRowsThanItHas() throws Exception {
    var backup = forum.file("backup.zip");
    forum.backUp(backup);
    Rewriting.manifest(backup, "\"board\" : 4", "\"board\" : 5");
    assertRefused(Reason.FAILED, () -> forum.reader().restore(backup, true, () -> {}))
        .hasMessageContaining("The table board changed when it was stored");
  }

  @Test
  void aDatabaseThatIsNotEmpty() throws Exception {
    forum.backUp(forum.file("backup.zip"));
    assertRefused(
            Reason.REFUSED, () -> forum.reader().restore(forum.file("backup.zip"), false, () -> {}))
        .hasMessageContaining("--replace");
  }

  @Test
  void aDatabaseThatIsInUse() throws Exception {
    forum.backUp(forum.file("backup.zip"));
    try (var user = Jdbc.connect(forum.address())) {
      assertThat(user.isValid(5)).isTrue();
      assertRefused(
              Reason.REFUSED,
              () -> forum.reader().restore(forum.file("backup.zip"), true, () -> {}))
          .hasMessageContaining("stop the forum first");
    }
  }

  @Test
  void aForumThatWasStartedMeanwhile() throws Exception {
    forum.backUp(forum.file("backup.zip"));
    try (var users = new Users()) {
      assertRefused(
              Reason.REFUSED,
              () ->
                  forum
                      .reader()
                      .restore(forum.file("backup.zip"), true, () -> users.connect(forum)))
          .hasMessageContaining("in use");
    }
  }

  /** Whoever comes while a restore is under way. */
  private static final class Users implements AutoCloseable {
    private java.sql.Connection connection;

    void connect(OwnDatabase forum) {
      try {
        connection = Jdbc.connect(forum.address());
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  @Test
  void asLongAsAnotherIsAtIt() throws Exception {
    forum.backUp(forum.file("backup.zip"));
    try (var other = Scratch.beside(forum.address())) {
      assertThatThrownBy(() -> forum.reader().verify(forum.file("backup.zip")))
          .hasMessageContaining("is running on");
      assertThat(forum.neighbours()).as("what the other needs stays").contains(other.name());
    }
  }

  @Test
  void aDatabaseWithoutAForumIsNotBackedUp() throws Exception {
    try (var empty = OwnDatabase.empty()) {
      assertThatThrownBy(() -> empty.backUp(empty.file("backup.zip")))
          .hasMessageContaining("No forum");
      assertThat(empty.file("backup.zip").getParent()).isEmptyDirectory();
    }
  }

  @Test
  void aForumOlderThanItsSchemaDoesNotStart() throws Exception {
    forum.sql(
        "INSERT INTO flyway_schema_history VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 7,"
            + " 'parley', NOW(), 1, 1)");
    assertThat(forum.schema().state().newer()).isTrue();
    assertThatThrownBy(() -> forum.schema().migrate())
        .isInstanceOf(StoreStartException.class)
        .hasMessageContaining("version 999");
  }
}

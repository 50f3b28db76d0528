package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RoundTripIT {

  private static final String PICTURE = "0123456789abcdef0123456789abcdef.png";

  @Test
  void whatIsRestoredIsWhatWasThere() throws Exception {
    try (var from = OwnDatabase.migrated();
        var to = OwnDatabase.empty()) {
      NastyRows.fill(from);
      Files.createDirectories(from.pictures());
      Files.write(from.pictures().resolve(PICTURE), new byte[] {0, -1, 13, 10});
      Files.writeString(from.file("session.key"), "a key\n");
      var backup = from.file("backup.zip");

      var made = from.backUp(backup);
      var restored = to.reader().restore(backup, false, () -> {});

      assertThat(to.content()).isEqualTo(from.content()).hasSizeGreaterThan(8);
      assertThat(to.pictures().resolve(PICTURE)).hasBinaryContent(new byte[] {0, -1, 13, 10});
      assertThat(to.file("session.key")).hasContent("a key");
      assertThat(to.schema().state()).isEqualTo(from.schema().state());
      assertThat(restored)
          .isEqualTo(made)
          .matches(all -> all.files().equals(Map.of("pictures", 1L)));
      assertThat(to.neighbours()).isEmpty();
    }
  }

  @Test
  void noOtherUserMayReadABackupOrTheRestoredKey() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      Files.writeString(forum.file("session.key"), "a key\n");
      var backup = forum.file("backup.zip");
      forum.backUp(backup);
      forum.reader().restore(backup, true, () -> {});
      for (var file : new String[] {"backup.zip", "session.key"}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(forum.file(file))))
            .as(file)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aPictureThatWasRemovedAfterTheRowsWereReadIsInTheBackup() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      var removed = Files.createDirectories(forum.pictures().resolve("removed"));
      Files.write(removed.resolve(PICTURE), new byte[] {1, 2, 3});
      forum.backUp(forum.file("backup.zip"));
      Files.delete(removed.resolve(PICTURE));
      forum.reader().restore(forum.file("backup.zip"), true, () -> {});
      assertThat(forum.pictures().resolve(PICTURE)).hasBinaryContent(new byte[] {1, 2, 3});
    }
  }

  @Test
  void unfinishedPicturesStayOut() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      Files.createDirectories(forum.pictures());
      Files.createFile(forum.pictures().resolve(PICTURE + ".12-34.tmp"));
      assertThat(forum.backUp(forum.file("backup.zip")).files()).isEqualTo(Map.of("pictures", 0L));
    }
  }

  @Test
  void theRestoredForumGivesNoIdTwice() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      forum.backUp(forum.file("backup.zip"));
      forum.reader().restore(forum.file("backup.zip"), true, () -> {});
      var last = forum.number("SELECT MAX(id) FROM board");
      forum.sql("INSERT INTO board (position, title, slug, description) VALUES (9, 't', 's', '')");
      assertThat(forum.number("SELECT MAX(id) FROM board")).isGreaterThan(last);
    }
  }

  @Test
  void aRestoredForumKeepsItsForeignKeys() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      var within =
          "SELECT COUNT(*) FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE()"
              + " AND REFERENCED_TABLE_SCHEMA = DATABASE()";
      var before = forum.number(within);
      forum.backUp(forum.file("backup.zip"));
      forum.reader().restore(forum.file("backup.zip"), true, () -> {});
      assertThat(forum.number(within)).isEqualTo(before).isPositive();
    }
  }

  @Test
  void aBackupOfAnOlderSchemaIsMigratedBeforeItTakesThePlace() throws Exception {
    try (var old = OwnDatabase.empty();
        var forum = OwnDatabase.migrated()) {
      old.schema().migrateTo("002");
      old.sql("UPDATE board SET title = 'Old'");
      old.backUp(old.file("backup.zip"));

      forum.reader().restore(old.file("backup.zip"), true, () -> {});

      assertThat(forum.schema().state().pending()).isZero();
      assertThat(forum.number("SELECT COUNT(*) FROM board WHERE title = 'Old'")).isEqualTo(4);
      assertThat(old.schema().state().current()).contains("002");
    }
  }

  @Test
  void aBackupFromBeforeAFeatureHadItsFilesIsRestored() throws Exception {
    try (var from = OwnDatabase.migrated();
        var to = OwnDatabase.migrated()) {
      Files.createDirectories(from.pictures());
      Files.write(from.pictures().resolve(PICTURE), new byte[] {1});
      Files.writeString(from.file("session.key"), "a key\n");
      from.backUp(from.file("backup.zip"));

      var sounds =
          new StoredFolder(
              "sounds", to.file("sounds"), Pattern.compile("[a-z]+\\.ogg"), 9, "sounds");
      var key = new StoredFile("session.key", Optional.empty(), "the key");
      var files = new ForumFiles(List.of(Stored.pictures(to.file("")), sounds), List.of(key));
      var newer = new ForumData(to.address(), files);
      var restored =
          new BackupReader(newer, line -> {}).restore(from.file("backup.zip"), true, () -> {});
      assertThat(restored.files()).isEqualTo(Map.of("pictures", 1L));
      assertThat(to.pictures().resolve(PICTURE)).exists();
      assertThat(to.file("session.key")).as("it is configured here").doesNotExist();

      Files.writeString(to.file("sounds").resolve("bell.ogg"), "ding");
      new BackupWriter(newer, "test", Clock.systemUTC(), line -> {}).write(to.file("with.zip"));
      Files.delete(to.file("sounds").resolve("bell.ogg"));
      restored = new BackupReader(newer, line -> {}).restore(to.file("with.zip"), true, () -> {});
      assertThat(restored.files()).isEqualTo(Map.of("pictures", 1L, "sounds", 1L));
      assertThat(to.file("sounds").resolve("bell.ogg")).hasContent("ding");
      assertThatThrownBy(() -> to.reader().verify(to.file("with.zip")))
          .as("a forum without that feature")
          .isInstanceOf(BackupException.class);
    }
  }
}

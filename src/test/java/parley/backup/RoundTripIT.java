package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class RoundTripIT {

  private static final String PICTURE = "0123456789abcdef0123456789abcdef.png";

  @Test
  void whatIsRestoredIsWhatWasThere() throws Exception {
    try (var from = OwnDatabase.migrated();
        var to = OwnDatabase.empty()) {
      NastyRows.fill(from);
      Files.createDirectories(from.data().pictures());
      Files.write(from.data().pictures().resolve(PICTURE), new byte[] {0, -1, 13, 10});
      Files.writeString(from.file("session.key"), "a key\n");
      var backup = from.file("backup.zip");

      var made = from.backUp(backup);
      var restored = to.reader().restore(backup, false, () -> {});

      assertThat(to.content()).isEqualTo(from.content()).hasSizeGreaterThan(8);
      assertThat(to.data().pictures().resolve(PICTURE))
          .hasBinaryContent(new byte[] {0, -1, 13, 10});
      assertThat(to.file("session.key")).hasContent("a key");
      assertThat(to.schema().state()).isEqualTo(from.schema().state());
      assertThat(restored).isEqualTo(made).matches(all -> all.pictures() == 1);
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
  void unfinishedPicturesStayOut() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      Files.createDirectories(forum.data().pictures());
      Files.createFile(forum.data().pictures().resolve(PICTURE + ".12-34.tmp"));
      assertThat(forum.backUp(forum.file("backup.zip")).pictures()).isZero();
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
}

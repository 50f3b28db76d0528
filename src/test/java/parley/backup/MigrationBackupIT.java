package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Forum;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;
import parley.store.SchemaState;
import parley.store.StoreStartException;

class MigrationBackupIT {

  private final MysqlAddress server = Forum.shared().mysql();
  private final MysqlAddress address = server.with(Forum.unique("parley_before"));
  private final List<String> said = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void create() throws SQLException {
    at(server, "CREATE DATABASE " + address.database());
  }

  @AfterEach
  void drop() throws SQLException {
    at(server, "DROP DATABASE " + address.database());
  }

  @Test
  void anEmptyDatabaseNeedsNone() {
    assertThat(backup(3).makeIfNeeded(state())).isEmpty();
  }

  @Test
  void aSchemaThatStaysNeedsNone() {
    new Schema(address).migrate();
    assertThat(backup(3).makeIfNeeded(state())).isEmpty();
  }

  @Test
  void beforeAMigrationOneIsMadeThatBringsBackWhatWasThere() throws Exception {
    new Schema(address).migrateTo("004");
    at(address, "UPDATE board SET title = 'Before' WHERE id = 1");
    var file = backup(3).makeIfNeeded(state()).orElseThrow();
    new Schema(address).migrate();
    backup(3).migrated();
    at(address, "UPDATE board SET title = 'After' WHERE id = 1");

    var other = server.with(address.database() + "_back");
    at(server, "CREATE DATABASE " + other.database());
    try {
      var forum = new ForumData(other, new ForumFiles(List.of(), List.of()));
      new BackupReader(forum, said::add).restore(file, true, () -> {});
      try (var connection = Jdbc.connect(other);
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT title FROM board WHERE id = 1")) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("Before");
      }
    } finally {
      at(server, "DROP DATABASE " + other.database());
    }
  }

  @Test
  void anInterruptedMigrationKeepsTheBackupOfBefore() {
    new Schema(address).migrateTo("004");
    var first = backup(3).makeIfNeeded(state()).orElseThrow();
    new Schema(address).migrateTo("012"); // and here it was killed
    assertThat(backup(3).makeIfNeeded(state())).contains(first);
    assertThat(said).last().asString().startsWith("Migrations were interrupted");
    new Schema(address).migrate();
    backup(3).migrated();
    assertThat(backup(3).makeIfNeeded(state())).isEmpty();
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    for (var day = 1; day <= 4; day++) {
      Files.writeString(
          folder.resolve("parley-0.1.0-2026010" + day + "T000000Z.parley.zip"), "old");
    }
    Files.writeString(folder.resolve("notes.txt"), "mine");
    new Schema(address).migrateTo("004");
    var made = backup(2).makeIfNeeded(state()).orElseThrow();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              made.getFileName().toString(),
              "parley-0.1.0-20260104T000000Z.parley.zip",
              "notes.txt",
              "under-way.txt");
    }
  }

  @Test
  void withoutOneNothingIsMigrated() throws IOException {
    new Schema(address).migrateTo("004");
    var occupied = Files.writeString(folder.resolve("file"), "not a folder");
    assertThatThrownBy(
            () ->
                new MigrationBackup(forum(), occupied, 3, "test", Clock.systemUTC(), said::add)
                    .makeIfNeeded(state()))
        .isInstanceOf(StoreStartException.class)
        .hasMessageStartingWith("The backup before the migration failed, so nothing was migrated: ")
        .hasMessageContaining("migration.backup");
    assertThat(new Schema(address).state().current()).contains("004");
  }

  private MigrationBackup backup(int keep) {
    return new MigrationBackup(forum(), folder, keep, "test", Clock.systemUTC(), said::add);
  }

  private SchemaState state() {
    return new Schema(address).state();
  }

  private ForumData forum() {
    return new ForumData(address, new ForumFiles(List.of(), List.of()));
  }

  private static void at(MysqlAddress where, String sql) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

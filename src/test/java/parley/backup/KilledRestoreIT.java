package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.store.MysqlAddress;

class KilledRestoreIT {

  private OwnDatabase forum;

  @BeforeEach
  void backUpAndChange() throws Exception {
    forum = OwnDatabase.migrated();
    forum.backUp(forum.file("backup.zip"));
    forum.sql("UPDATE board SET title = 'New'");
  }

  @AfterEach
  void close() throws SQLException {
    forum.close();
  }

  /** A process that restores and is killed when all is loaded. */
  static final class Killed {
    public static void main(String[] arguments) throws Exception {
      var address =
          new MysqlAddress(
              arguments[0],
              Integer.parseInt(arguments[1]),
              arguments[2],
              arguments[3],
              arguments[4]);
      var data =
          new ForumData(address, Path.of(arguments[5], "images"), java.util.Optional.empty());
      new BackupReader(data, line -> {})
          .restore(Path.of(arguments[5], "backup.zip"), true, () -> Runtime.getRuntime().halt(137));
    }
  }

  private int restoreAndKill() throws Exception {
    var address = forum.address();
    var command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Killed.class.getName(),
            address.host(),
            Integer.toString(address.port()),
            address.database(),
            address.user(),
            address.password(),
            forum.file("").toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private long newBoards() throws SQLException {
    return forum.number("SELECT COUNT(*) FROM board WHERE title = 'New'");
  }

  @Test
  void aKilledRestoreLeavesTheOldAndTheNextOneCleansUp() throws Exception {
    assertThat(restoreAndKill()).isEqualTo(137);
    assertThat(newBoards()).isEqualTo(4);
    assertThat(forum.neighbours()).containsExactly(forum.name() + "_scratch");

    forum.reader().restore(forum.file("backup.zip"), true, () -> {});

    assertThat(newBoards()).isZero();
    assertThat(forum.neighbours()).isEmpty();
  }

  @Test
  void whatWasReplacedBeforeAKillIsDroppedByTheNext() throws Exception {
    var replaced = forum.name() + "_replaced";
    forum.atServer("CREATE DATABASE " + replaced, "CREATE TABLE " + replaced + ".board (id INT)");
    forum.reader().verify(forum.file("backup.zip"));
    assertThat(forum.neighbours()).isEmpty();
  }

  @Test
  void aRestoreThatFailsAtTheLastLeavesTheOld() throws Exception {
    assertThatThrownBy(
            () ->
                forum
                    .reader()
                    .restore(
                        forum.file("backup.zip"),
                        true,
                        () -> {
                          throw new IllegalStateException("no Redis");
                        }))
        .hasMessage("no Redis");
    assertThat(newBoards()).isEqualTo(4);
    assertThat(forum.neighbours()).isEmpty();
  }
}

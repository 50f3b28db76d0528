package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  private long newBoards() throws SQLException {
    return forum.number("SELECT COUNT(*) FROM board WHERE title = 'New'");
  }

  @Test
  void aKilledRestoreLeavesTheOldAndTheNextOneCleansUp() throws Exception {
    assertThat(ChildRestore.run(forum, "killed")).isEqualTo(137);
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

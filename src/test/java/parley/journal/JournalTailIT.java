package parley.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.journal.JournalTail.Line;
import parley.store.Jdbc;

class JournalTailIT {

  private static final String ADD =
      "INSERT INTO journal (type, subject, data, created_at) VALUES ('a.b', 1, '{}', NOW(3))";

  private JournalStand stand;

  @BeforeEach
  void open() throws SQLException {
    stand = new JournalStand();
  }

  @AfterEach
  void close() throws SQLException {
    stand.close();
  }

  private static List<Long> ids(List<Line> lines) {
    return lines.stream().map(Line::id).toList();
  }

  private JournalTail tail(Duration wait) {
    return new JournalTail(stand.database, 0, wait);
  }

  @Test
  void entriesThatCommitLaterComeLaterAndHoldThePosition() throws SQLException {
    var tail = tail(Duration.ofMinutes(1));
    try (var early = Jdbc.connect(stand.address);
        var late = Jdbc.connect(stand.address)) {
      early.setAutoCommit(false);
      early.createStatement().execute(ADD);
      late.createStatement().execute(ADD);
      late.createStatement().execute(ADD);
      assertThat(ids(tail.next(10).await())).containsExactly(2L, 3L);
      assertThat(tail.settled()).isZero();
      assertThat(tail.next(10).await()).isEmpty();
      early.commit();
      assertThat(ids(tail.next(10).await())).containsExactly(1L);
      assertThat(tail.settled()).isEqualTo(3);
    }
  }

  @Test
  void aGapThatStaysOpenIsClosedAfterAWhile() throws SQLException {
    var tail = tail(Duration.ZERO);
    try (var writer = Jdbc.connect(stand.address)) {
      writer.setAutoCommit(false);
      writer.createStatement().execute(ADD);
      writer.rollback();
      writer.createStatement().execute(ADD);
      writer.commit();
    }
    assertThat(ids(tail.next(10).await())).containsExactly(2L);
    assertThat(tail.settled()).isZero();
    assertThat(tail.next(10).await()).isEmpty();
    assertThat(tail.settled()).isEqualTo(2);
  }

  @Test
  void manyEntriesComeInParts() throws SQLException {
    try (var writer = Jdbc.connect(stand.address)) {
      for (var i = 0; i < 5; i++) {
        writer.createStatement().execute(ADD);
      }
    }
    var tail = tail(Duration.ofMinutes(1));
    var all = new ArrayList<Long>();
    for (var part = tail.next(2).await(); !part.isEmpty(); part = tail.next(2).await()) {
      all.addAll(ids(part));
    }
    assertThat(all).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(tail.settled()).isEqualTo(5);
    assertThat(JournalTail.mark(stand.database, 5).await()).isPresent();
    assertThat(JournalTail.mark(stand.database, 6).await()).isEmpty();
  }
}

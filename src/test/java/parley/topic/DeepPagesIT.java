package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.markdown.MarkdownRenderer;

class DeepPagesIT {

  /** With HTML of this renderer, so that no other forum of these tests renders it again. */
  private static final String ROW =
      "(?, ?, ?, '', '', %d, ?, ?)".formatted(MarkdownRenderer.VERSION);

  private static final int TOPICS = 2_000;

  private final Forum forum = Forum.shared();
  private final long board = Boards.add(forum);
  private final Client author = forum.member();

  @ParameterizedTest
  @ValueSource(ints = {1, 26, 27, 50, 77, 99, 100})
  void aPageHasWhatStandsThereHoweverDeep(int page) {
    var expected = oldTopics();
    var seen = page(page);
    assertThat(seen).isEqualTo(expected.subList((page - 1) * 20, page * 20));
  }

  @Test
  void whatComesAndGoesMovesDeepPagesAlong() {
    var topics = oldTopics();
    var woken = topics.get(1_900);
    author.reply(woken, "Awake");
    assertThat(page(100)).isEqualTo(topics.subList(1_980, 2_000));
    assertThat(page(60)).isEqualTo(topics.subList(1_179, 1_199));

    var reply = author.reply(topics.get(1_950), "Awake, but not for long").getLong("id");
    author.delete("/api/reply/" + reply).expect(204);
    assertThat(page(60)).isEqualTo(topics.subList(1_179, 1_199));

    author.delete("/api/topic/" + topics.get(3)).expect(204);
    assertThat(page(60)).isEqualTo(topics.subList(1_180, 1_200));

    var elsewhere = Boards.add(forum);
    author.put("/api/topic/" + topics.get(5), Edits.of("boardId", elsewhere, 1)).expect(200);
    assertThat(page(60)).isEqualTo(topics.subList(1_181, 1_201));

    Boards.topic(author, board, "New");
    assertThat(page(60)).isEqualTo(topics.subList(1_180, 1_200));
    assertThat(counted(board)).isEqualTo(actual(board));
    assertThat(counted(elsewhere)).isEqualTo(actual(elsewhere));
  }

  /** As an import would leave them: many a day, some at the same time; newest first. */
  private List<Long> oldTopics() {
    var start = LocalDateTime.of(2020, 1, 1, 0, 0);
    record Old(String title, LocalDateTime activeAt) {}
    var topics =
        IntStream.range(0, TOPICS)
            .mapToObj(n -> new Old("Old " + n, start.plus(Duration.ofMinutes(n / 3 * 40L))))
            .toList();
    for (var part = 0; part < TOPICS; part += 500) {
      var rows = topics.subList(part, part + 500);
      forum.sql(
          "INSERT INTO topic (board_id, author_id, title, content, html, html_version, created_at,"
              + " active_at) VALUES "
              + ROW.concat(",").repeat(499)
              + ROW,
          rows.stream()
              .flatMap(
                  old ->
                      List.<Object>of(board, author.id(), old.title, old.activeAt, old.activeAt)
                          .stream())
              .toArray());
    }
    forum.sql("UPDATE board SET topic_count = ? WHERE id = ?", TOPICS, board);
    forum.sql(
        "INSERT INTO topic_day (board_id, day, topics) SELECT board_id, DATE(active_at), COUNT(*)"
            + " FROM topic WHERE board_id = ? GROUP BY board_id, DATE(active_at)",
        board);
    return forum
        .sql("SELECT id FROM topic WHERE board_id = ? ORDER BY active_at DESC, id DESC", board)
        .stream()
        .map(row -> row.getLong("id"))
        .toList();
  }

  private List<Long> page(int page) {
    forum.caughtUp();
    return forum
        .guest()
        .get("/api/index?board=" + board + "&page=" + page)
        .expect(200)
        .items()
        .stream()
        .map(topic -> topic.getLong("id"))
        .toList();
  }

  private List<String> counted(long board) {
    forum.caughtUp();
    return days("SELECT day, topics FROM topic_day WHERE board_id = ? AND topics <> 0", board);
  }

  private List<String> actual(long board) {
    return days(
        "SELECT DATE(active_at) AS day, COUNT(*) AS topics FROM topic WHERE board_id = ?"
            + " AND state = 0 GROUP BY DATE(active_at)",
        board);
  }

  private List<String> days(String sql, long board) {
    return forum.sql(sql + " ORDER BY day", board).stream()
        .map(row -> row.getString("day") + ": " + row.getLong("topics"))
        .toList();
  }
}

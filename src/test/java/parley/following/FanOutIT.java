package parley.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Forum;

/** A topic that very many watch. */
class FanOutIT {

  private static final int WATCHERS = 1_200;

  private final Forum forum = Forum.shared();

  @Test
  void everyWatcherIsToldExactlyOnceOverManyBatches() {
    var name = Forum.unique("crowd");
    var values =
        IntStream.range(0, WATCHERS)
            .mapToObj(n -> name + n)
            .map(
                each ->
                    "('%1$s', '%1$s', '%1$s@example.org', '%1$s@example.org', '-', NOW())"
                        .formatted(each))
            .collect(Collectors.joining(","));
    forum.sql(
        "INSERT INTO member (username, username_key, email, email_key, password_hash, created_at)"
            + " VALUES "
            + values);
    var topic = forum.member().topic("Watched by many", "Text").getLong("id");
    forum.sql(
        """
        INSERT INTO following (member_id, kind, target_id, level)
        SELECT id, 0, ?, 1 FROM member WHERE username_key LIKE CONCAT(?, '%')
        """,
        topic, name);
    forum.member().reply(topic, "One");
    await().atMost(Duration.ofSeconds(60)).until(() -> told(topic, 1) == WATCHERS);

    forum.member().reply(topic, "Two");
    await().atMost(Duration.ofSeconds(60)).until(() -> told(topic, 2) == WATCHERS);
    // the two authors watch as well: the first one is told of the second reply
    assertThat(
            forum
                .sql(
                    "SELECT COUNT(*) AS n FROM notification WHERE topic_id = ? AND kind = 'watched'",
                    topic)
                .get(0)
                .getLong("n"))
        .isEqualTo(WATCHERS + 1);
  }

  private long told(long topic, int events) {
    return forum
        .sql(
            """
            SELECT COUNT(*) AS n FROM notification
            WHERE topic_id = ? AND kind = 'watched' AND events = ?
            """,
            topic,
            events)
        .get(0)
        .getLong("n");
  }
}

package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.Forum;

class SlowStatementsIT {

  private static final int SLOW_MS = 150;

  /** What the database waits, in seconds. */
  private static final double LONG = 0.2;

  private final Forum forum = Forum.shared();
  private final Database database = logging(SLOW_MS);

  /** Names this test's statements. */
  private final String mark = Forum.unique("mark");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void close() {
    logger().detachAppender(log);
    database.close().await();
  }

  @Test
  void aStatementThatTookLongIsLoggedWithoutItsValues() {
    database
        .client()
        .preparedQuery("SELECT SLEEP(?),\n   ? AS " + mark)
        .execute(Tuple.of(LONG, "hush"))
        .await();
    assertThat(logged())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).containsEntry("sql", "SELECT SLEEP(?), ? AS " + mark);
              assertThat(Integer.parseInt(line.get("ms"))).isGreaterThanOrEqualTo(SLOW_MS);
              assertThat(line.toString()).doesNotContain("hush");
            });
  }

  @Test
  void soIsOneOfATransaction() {
    database.transaction(tx -> tx.query("SELECT SLEEP(" + LONG + ") AS " + mark).execute()).await();
    assertThat(logged()).hasSize(1);
  }

  @Test
  void oneThatTookLessIsNot() {
    assertThat(loggedOf(logging(60_000))).isEmpty();
  }

  @Test
  void withoutAThresholdNoneIs() {
    assertThat(loggedOf(logging(0))).isEmpty();
  }

  private List<Map<String, String>> loggedOf(Database other) {
    other.client().query("SELECT SLEEP(" + LONG + ") AS " + mark).execute().await();
    other.close().await();
    return logged();
  }

  private Database logging(int slowMs) {
    return new Database(forum.vertx(), forum.mysql(), 2, 5, slowMs);
  }

  private List<Map<String, String>> logged() {
    return List.copyOf(log.list).stream()
        .map(
            event ->
                event.getKeyValuePairs().stream()
                    .collect(
                        Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value))))
        .filter(line -> line.get("sql").contains(mark))
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("parley.slow.query");
  }
}

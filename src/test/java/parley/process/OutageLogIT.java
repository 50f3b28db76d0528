package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.TestStores;
import parley.store.Wire;

/** What a whole process writes to its log while a store is away and many ask. */
class OutageLogIT {

  private static final Duration OUTAGE = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WRITERS = 8;

  /** The line that says it, and one each from the work in the background. */
  private static final int LINES = 8;

  private static final Pattern BACK = Pattern.compile(" is back after \\d+ ms refused=(\\d+)");

  @ParameterizedTest
  @ValueSource(strings = {"database", "session store"})
  void anOutageIsAFewLinesHoweverManyAsk(String store) throws InterruptedException {
    var stores = TestStores.ofSenders();
    var mysql = new Wire(stores.mysql().host(), stores.mysql().port());
    var uri = URI.create(stores.settings().get("PARLEY_REDIS_URL"));
    var redis = new Wire(uri.getHost(), uri.getPort());
    var environment = new HashMap<>(stores.settings());
    environment.put("PARLEY_MYSQL_HOST", "127.0.0.1");
    environment.put("PARLEY_MYSQL_PORT", Integer.toString(mysql.port()));
    environment.put(
        "PARLEY_REDIS_URL", uri.toString().replace(":" + uri.getPort(), ":" + redis.port()));
    environment.put("PARLEY_ROLES", "http,chat");
    try (mysql;
        redis;
        var parley = Program.run(DataFolder.make(), environment).awaitReady()) {
      var token = Someone.register(parley, "m" + Long.toString(System.nanoTime(), 36));
      var wire = store.equals("database") ? mysql : redis;
      wire.cut();
      parley.awaitOutput(" is away: ");
      var refused = askAll(parley, token);
      wire.mend();
      await().atMost(PATIENCE).until(() -> BACK.matcher(parley.output()).find());
      var lines = parley.lines();
      var away = first(lines, " is away: ");
      var back = first(lines, " is back after ");
      assertThat(refused).isGreaterThan(100);
      assertThat(lines.subList(away, back)).hasSizeLessThanOrEqualTo(LINES);
      var told = BACK.matcher(lines.get(back));
      assertThat(told.find()).isTrue();
      assertThat(Integer.parseInt(told.group(1))).isGreaterThanOrEqualTo(refused);
    }
  }

  private static int first(List<String> lines, String text) {
    for (var n = 0; n < lines.size(); n++) {
      if (lines.get(n).contains(text)) {
        return n;
      }
    }
    throw new AssertionError(String.join("\n", lines));
  }

  /** How many were refused. */
  private static int askAll(Program parley, String token) throws InterruptedException {
    var refused = new AtomicInteger();
    var end = Instant.now().plus(OUTAGE);
    var body = JsonObject.of("title", "T", "content", "C", "boardId", 1);
    var writers = Executors.newFixedThreadPool(WRITERS);
    for (var n = 0; n < WRITERS; n++) {
      writers.submit(
          () -> {
            while (Instant.now().isBefore(end)) {
              if (parley.post("/api/topic/add", token, body).statusCode() == 503) {
                refused.incrementAndGet();
              }
              parley.get("/api/index?page=2");
            }
          });
    }
    writers.shutdown();
    assertThat(writers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    return refused.get();
  }
}

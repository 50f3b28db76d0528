package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;
import parley.bridge.BridgeClient;
import parley.management.ManagementIT;

/** A forum with the default limits, whose stores are at the end of wires. */
class OutageIT {

  /** A store that hangs is refused within two seconds; the rest is for a busy machine. */
  private static final Duration FIRST = Duration.ofMillis(4_000);

  private static final Duration AT_ONCE = Duration.ofMillis(1_000);

  /** A store is found within a second of its return; the rest is for a busy machine. */
  private static final Duration FOUND = Duration.ofMillis(3_000);

  private static final Duration HALF_OPEN = Duration.ofSeconds(20);

  private Forum direct;
  private Wire mysql;
  private Wire redis;
  private Forum forum;
  private Client member;
  private long topic;

  private enum Outage {
    CUT,
    SILENCE,
    NO_ANSWERS;

    void of(Wire wire) {
      switch (this) {
        case CUT -> wire.cut();
        case SILENCE -> wire.swallow();
        case NO_ANSWERS -> wire.loseAnswers();
      }
    }
  }

  @BeforeEach
  void start() {
    direct = Forum.amongFaults(Map.of("PARLEY_MYSQL_POOL_SIZE", "4"));
    var address = direct.mysql();
    mysql = new Wire(address.host(), address.port());
    var uri = URI.create(direct.redisUri());
    redis = new Wire(uri.getHost(), uri.getPort());
    forum =
        Forum.amongFaults(
            Map.of(
                "PARLEY_MYSQL_HOST", "127.0.0.1",
                "PARLEY_MYSQL_PORT", Integer.toString(mysql.port()),
                "PARLEY_MYSQL_POOL_SIZE", "8",
                "PARLEY_REDIS_URL",
                    direct.redisUri().replace(":" + uri.getPort(), ":" + redis.port()),
                "PARLEY_CACHE_GUEST_MEBIBYTES", "0"));
    member = forum.member();
    topic = member.topic("Before the outage", "Text").getLong("id");
  }

  @AfterEach
  void stop() {
    mysql.mend();
    redis.mend();
    forum.close();
    mysql.close();
    redis.close();
    direct.close();
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatIsAwayIsAProblemThatPasses(Outage outage) {
    outage.of(mysql);
    expectUnavailable(FIRST, this::needTheDatabase);
    for (var round = 0; round < 3; round++) {
      expectUnavailable(AT_ONCE, this::needTheDatabase);
    }
    await().untilAsserted(() -> assertThat(health()).containsEntry("mysql", "DOWN"));
    assertThat(health()).containsEntry("redis", "UP");
    assertThat(metric("mysql")).isEqualTo("0.0");
    mysql.mend();
    expectRecovery();
  }

  @ParameterizedTest
  @EnumSource
  void sessionsThatAreAwayAreAProblemThatPasses(Outage outage) {
    outage.of(redis);
    expectUnavailable(FIRST, this::needSessions);
    for (var round = 0; round < 3; round++) {
      expectUnavailable(AT_ONCE, this::needSessions);
    }
    await().untilAsserted(() -> assertThat(health()).containsEntry("redis", "DOWN"));
    assertThat(health()).containsEntry("mysql", "UP");
    redis.mend();
    expectRecovery();
  }

  private Stream<Future<HttpResponse<Buffer>>> needTheDatabase() {
    return Stream.of(
        get(forum.guest(), "/api/index"),
        get(forum.guest(), "/api/topic/" + topic),
        get(forum.guest(), "/api/topic/boards"),
        get(forum.guest(), "/api/user/" + member.id()),
        get(member, "/api/topic/" + topic),
        reply());
  }

  private Stream<Future<HttpResponse<Buffer>>> needSessions() {
    return Stream.of(
        get(member, "/api/topic/" + topic),
        get(member, "/api/sessions"),
        post("/api/profile"),
        reply());
  }

  @Test
  void commandsOfTheBusAreRefusedInTimeToo() {
    var room =
        member
            .post("/api/chat/new", JsonObject.of("userId", forum.member().id()))
            .json()
            .getString("roomId");
    try (var chat = BridgeClient.of(forum, member)) {
      chat.send("chat.send", said(room, "Before"));
      mysql.swallow();
      for (var n = 0; n < 3; n++) {
        var began = Instant.now();
        assertThat(chat.refusal("chat.send", said(room, "During it"))).isEqualTo(503);
        assertThat(Duration.between(began, Instant.now())).isLessThan(n == 0 ? FIRST : AT_ONCE);
      }
    }
  }

  private static JsonObject said(String room, String content) {
    return JsonObject.of(
        "roomId", room, "content", content, "clientId", UUID.randomUUID().toString());
  }

  @Test
  void slowStoresAreNotAway() {
    mysql.delay(300);
    redis.delay(300);
    for (var n = 0; n < 3; n++) {
      assertThat(member.reply(topic, "Slowly " + n).getLong("floor")).isPositive();
      forum.guest().get("/api/topic/" + topic).expect(200);
    }
    assertThat(health()).containsEntry("mysql", "UP").containsEntry("redis", "UP");
    assertThat(metric("mysql")).isEqualTo("1.0");
  }

  /** The server ends it itself, so that the only connection can be used again. */
  @Test
  void aStatementThatTakesTooLongFailsAlone() {
    var limits = new MysqlLimits(1, 8, 2, 5, 1, 2, 1_500);
    var database = new Database(forum.vertx(), forum.mysql(), limits, 0, new SimpleMeterRegistry());
    var table = "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b";
    var slow =
        database
            .client()
            .query(table + ", information_schema.columns c")
            .execute()
            .otherwiseEmpty();
    var next = database.ping();
    assertThat(slow.await()).isNull();
    next.await();
    database.close().await();
  }

  /** Work that ends neither well nor badly. */
  @Test
  void aTransactionThatTakesTooLongIsRolledBackAndLetsGoOfItsLocks() {
    var limits = new MysqlLimits(1, 8, 2, 5, 1, 2, 1_500);
    var database = new Database(forum.vertx(), forum.mysql(), limits, 0, new SimpleMeterRegistry());
    var update = "UPDATE topic SET title = 'never' WHERE id = " + topic;
    var never =
        database.transaction(
            tx -> tx.query(update).execute().compose(done -> Promise.<Void>promise().future()));
    assertThatThrownBy(never::await).isInstanceOf(TimeoutException.class);
    assertThat(
            forum
                .sql("SELECT title FROM topic WHERE id = ? FOR UPDATE", topic)
                .get(0)
                .getString("title"))
        .isEqualTo("Before the outage");
    database.transaction(tx -> tx.query("SELECT 1").execute()).await();
    database.close().await();
  }

  /** As of a process that is killed, or a machine that is lost. */
  @Test
  void anOpenTransactionOfAClientThatIsGoneEndsByItself() {
    var limits = new MysqlLimits(1, 8, 2, 5, 1, 60, 1_500);
    var wired = forum.mysql();
    var database = new Database(forum.vertx(), wired, limits, 0, new SimpleMeterRegistry());
    var update = "UPDATE topic SET title = 'never' WHERE id = " + topic;
    var held = Promise.<Void>promise();
    var never =
        database.transaction(
            tx ->
                tx.query(update)
                    .execute()
                    .onSuccess(done -> held.complete())
                    .compose(done -> Promise.<Void>promise().future()));
    held.future().await();
    mysql.swallow(); // the server does not see that anybody has gone
    await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptions()
        .until(
            () ->
                !direct
                    .sql("SELECT id FROM topic WHERE id = ? FOR UPDATE NOWAIT", topic)
                    .isEmpty());
    assertThat(never.isComplete()).isFalse();
    mysql.mend();
    database.close();
  }

  @Test
  void guestsReadOnWithoutSessions() {
    redis.cut();
    forum.guest().get("/api/topic/" + topic).expect(200);
    redis.mend();
    redis.swallow();
    forum.guest().get("/api/topic/" + topic).expect(200);
  }

  @Test
  void moreRequestsThanConnectionsAreAllAnswered() {
    mysql.swallow();
    expectUnavailable(
        FIRST, () -> Stream.generate(() -> get(forum.guest(), "/api/topic/" + topic)).limit(40));
    mysql.mend();
    expectRecovery();
  }

  private void expectUnavailable(
      Duration within, Supplier<Stream<Future<HttpResponse<Buffer>>>> requests) {
    var began = Instant.now();
    var answers = Future.all(requests.get().toList()).await().<HttpResponse<Buffer>>list();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
              assertThat(answer.getHeader("retry-after")).isEqualTo("5");
            });
    assertThat(Duration.between(began, Instant.now())).isLessThan(within);
  }

  private void expectRecovery() {
    await()
        .atMost(FOUND)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              forum.guest().get("/api/topic/" + topic).expect(200);
              member.post("/api/profile").expect(200);
            });
    assertThat(member.reply(topic, "After the outage").getLong("floor")).isPositive();
    await() // a half-open connection is closed when nothing has come for a while
        .atMost(HALF_OPEN)
        .untilAsserted(
            () -> {
              assertThat(mysql.deadConnections()).isZero();
              assertThat(redis.deadConnections()).isZero();
            });
    var probes = List.of("/api/index", "/api/topic/" + topic, "/api/topic/boards");
    for (var probe : probes) {
      for (var n = 0; n < 10; n++) {
        forum.guest().get(probe).expect(200);
        member.get(probe).expect(200);
      }
    }
  }

  private Map<String, String> health() {
    return ManagementIT.checks(ManagementIT.ask(forum, "/health/ready"));
  }

  /** Whether the store is up, as the metrics say. */
  private String metric(String store) {
    var name = "parley_store_up{store=\"" + store + "\"} ";
    return ManagementIT.ask(forum, "/metrics")
        .bodyAsString()
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }

  private Future<HttpResponse<Buffer>> reply() {
    return member
        .request(HttpMethod.POST, "/api/reply/add")
        .sendJsonObject(new JsonObject().put("topicId", topic).put("content", "During it"));
  }

  private Future<HttpResponse<Buffer>> post(String path) {
    return member.request(HttpMethod.POST, path).send();
  }

  private static Future<HttpResponse<Buffer>> get(Client who, String path) {
    return who.request(HttpMethod.GET, path).send();
  }
}

package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;

/** A forum whose stores are at the end of wires, which waits two seconds for either. */
class OutageIT {

  private static final Duration WAIT = Duration.ofSeconds(2);

  /** A connection may be waited for, and then an answer. */
  private static final Duration PATIENCE = WAIT.multipliedBy(3);

  private Wire mysql;
  private Wire redis;
  private Forum forum;
  private Client member;
  private long topic;

  private enum Outage {
    CUT,
    SILENCE;

    void of(Wire wire) {
      if (this == CUT) {
        wire.cut();
      } else {
        wire.swallow();
      }
    }
  }

  @BeforeEach
  void start() {
    var address = Forum.shared().mysql();
    mysql = new Wire(address.host(), address.port());
    var uri = URI.create(Forum.shared().redisUri());
    redis = new Wire(uri.getHost(), uri.getPort());
    forum =
        Forum.with(
            Map.of(
                "PARLEY_MYSQL_HOST", "127.0.0.1",
                "PARLEY_MYSQL_PORT", Integer.toString(mysql.port()),
                "PARLEY_MYSQL_WAIT_SECONDS", Long.toString(WAIT.toSeconds()),
                "PARLEY_MYSQL_POOL_SIZE", "4",
                "PARLEY_REDIS_URL",
                    Forum.shared().redisUri().replace(":" + uri.getPort(), ":" + redis.port()),
                "PARLEY_REDIS_WAIT_SECONDS", Long.toString(WAIT.toSeconds()),
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
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatIsAwayIsAProblemThatPasses(Outage outage) {
    outage.of(mysql);
    expectUnavailable(
        Stream.of(
            get(forum.guest(), "/api/index"),
            get(forum.guest(), "/api/topic/" + topic),
            get(forum.guest(), "/api/topic/boards"),
            get(forum.guest(), "/api/user/" + member.id()),
            get(member, "/api/topic/" + topic),
            reply()));
    mysql.mend();
    expectRecovery();
  }

  @ParameterizedTest
  @EnumSource
  void sessionsThatAreAwayAreAProblemThatPasses(Outage outage) {
    outage.of(redis);
    expectUnavailable(
        Stream.of(
            get(member, "/api/topic/" + topic),
            get(member, "/api/sessions"),
            post("/api/profile"),
            reply()));
    redis.mend();
    expectRecovery();
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
    expectUnavailable(Stream.generate(() -> get(forum.guest(), "/api/topic/" + topic)).limit(40));
    mysql.mend();
    expectRecovery();
  }

  private void expectUnavailable(Stream<Future<HttpResponse<Buffer>>> requests) {
    var began = Instant.now();
    var answers = Future.all(requests.toList()).await().<HttpResponse<Buffer>>list();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
              assertThat(answer.getHeader("retry-after")).isEqualTo("5");
            });
    assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
  }

  private void expectRecovery() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              forum.guest().get("/api/topic/" + topic).expect(200);
              member.post("/api/profile").expect(200);
            });
    assertThat(member.reply(topic, "After the outage").getLong("floor")).isPositive();
    await() // a half-open connection is closed when nothing has come for three times the wait
        .atMost(PATIENCE.multipliedBy(2))
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

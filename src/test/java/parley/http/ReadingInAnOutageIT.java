package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.member.Role;
import parley.store.Wire;

/** What guests read while the database is at the end of a wire that fails. */
class ReadingInAnOutageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long FRESH_MS = 1_000;

  private Wire mysql;
  private Forum forum;
  private Client author;

  @BeforeEach
  void start() {
    var stores = Forum.amongFaults(Map.of());
    var address = stores.mysql();
    stores.close();
    mysql = new Wire(address.host(), address.port());
    forum =
        Forum.amongFaults(
            Map.of(
                "PARLEY_MYSQL_HOST", "127.0.0.1",
                "PARLEY_MYSQL_PORT", Integer.toString(mysql.port()),
                "PARLEY_CACHE_GUEST_SECONDS", "1"));
    author = forum.member();
  }

  @AfterEach
  void stop() {
    mysql.mend();
    forum.close();
    mysql.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void guestsReadWhatIsKeptAndNotWhatWasDeleted(boolean cut) {
    var stays = author.topic("Stays", "Text").getLong("id");
    var deleted = author.topic("Deleted", "Text").getLong("id");
    var reply = author.reply(stays, "A reply that goes").getLong("id");
    author.reply(stays, "A reply that stays");
    forum.guest().get("/api/topic/" + stays).expect(200);
    forum.guest().get("/api/topic/" + deleted).expect(200);
    author.delete("/api/topic/" + deleted).expect(204);
    author.delete("/api/reply/" + reply).expect(204);
    forum.caughtUp();
    for (var path : paths(stays)) {
      forum.guest().get(path).expect(200);
    }
    var kept = Instant.now();
    if (cut) {
      mysql.cut();
    } else {
      mysql.swallow();
    }
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(kept.plusMillis(FRESH_MS + 500)));
    for (var path : paths(stays)) {
      var began = Instant.now();
      var page = ask(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.getHeader("warning")).as(path).startsWith("110 ");
      assertThat(page.bodyAsString()).doesNotContain("Deleted", "A reply that goes");
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
    assertThat(ask("/api/topic/" + stays).bodyAsString()).contains("A reply that stays");
    assertThat(ask("/api/topic/" + deleted).statusCode()).isEqualTo(503);
    assertThat(author.request(HttpMethod.GET, "/api/topic/" + stays).send().await().statusCode())
        .as("members are told")
        .isEqualTo(503);

    mysql.mend();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var page = ask("/api/topic/" + stays);
              assertThat(page.statusCode()).isEqualTo(200);
              assertThat(page.getHeader("warning")).isNull();
              assertThat(ask("/api/topic/" + deleted).statusCode()).isEqualTo(404);
            });
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(HttpMethod.DELETE, "", new JsonObject()),
        arguments(HttpMethod.PUT, "", JsonObject.of("content", "Less", "version", 1)),
        arguments(HttpMethod.PUT, "/state", JsonObject.of("hidden", true)),
        arguments(HttpMethod.POST, "/move", JsonObject.of("boardId", 2)));
  }

  /** There is no answer, so nobody announces it; what may have been taken away is not shown. */
  @ParameterizedTest
  @MethodSource("changes")
  void whatMayHaveBeenTakenAwayIsNotShown(HttpMethod method, String path, JsonObject body) {
    var moderator = forum.member(Role.MODERATOR);
    var topic = moderator.topic("Perhaps taken away", "Text").getLong("id");
    forum.guest().get("/api/topic/" + topic).expect(200);
    mysql.loseAnswers();
    var change = moderator.request(method, "/api/topic/" + topic + path);
    assertThat(change.sendJsonObject(body).await().statusCode()).isEqualTo(503);
    assertThat(ask("/api/topic/" + topic).statusCode()).isEqualTo(503);
  }

  /** Of a process in which another one's change came to an unknown end. */
  @Test
  void anotherProcessDropsItsPagesToo() {
    var topic = author.topic("Kept", "Text").getLong("id");
    var path = "/api/topic/" + topic;
    forum.guest().get(path).expect(200);
    forum.vertx().eventBus().publish("guestPages.dropAll", "");
    mysql.cut();
    await().atMost(PATIENCE).until(() -> ask(path).statusCode() == 503);
  }

  @Test
  void aSlowDatabaseDoesNotHoldUpGuests() {
    var topic = author.topic("Slowly", "Text").getLong("id");
    var path = "/api/topic/" + topic;
    forum.caughtUp();
    forum.guest().get(path).expect(200);
    var kept = Instant.now();
    mysql.delay(300);
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(kept.plusMillis(FRESH_MS + 500)));
    await() // an event of the journal may drop the page once more
        .atMost(PATIENCE)
        .until(() -> String.valueOf(ask(path).getHeader("warning")).startsWith("110 "));
    await() // the refresh goes on behind: the page gets younger than it would be
        .atMost(PATIENCE)
        .until(
            () -> {
              var age = ask(path).getHeader("age");
              var all = Duration.between(kept, Instant.now()).toSeconds();
              return age == null || Long.parseLong(age) + 1 < all;
            });
  }

  private static String[] paths(long topic) {
    return new String[] {"/api/topic/" + topic, "/api/index", "/api/topic/boards"};
  }

  private HttpResponse<Buffer> ask(String path) {
    return forum.guest().request(HttpMethod.GET, path).send().await();
  }
}

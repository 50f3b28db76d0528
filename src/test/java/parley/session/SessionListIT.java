package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class SessionListIT {

  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final Forum forum = Forum.shared();

  @Test
  void aMemberSeesWhereTheyAreSignedIn() {
    var member = forum.member();
    var browser =
        forum.guest().header("user-agent", FIREFOX).signIn(member.username(), Client.PASSWORD);

    var list = browser.get("/api/sessions").expect(200);
    assertThat(list.items()).hasSize(2);
    assertThat(list.items()).filteredOn(session -> session.getBoolean("current")).hasSize(1);
    var current = current(browser);
    assertThat(current.getString("device")).isEqualTo("Firefox on Linux");
    assertThat(Instant.parse(current.getString("createdAt")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
  }

  @Test
  void aRequestRefreshesWhenASessionWasLastSeen() {
    var member = forum.member();
    var id = current(member).getString("id");
    var longAgo = Instant.now().minus(Duration.ofHours(2));
    forum
        .redis()
        .send(Command.HSET, "parley:session:" + id, "lastSeenAt", longAgo.toEpochMilli())
        .await();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Instant.parse(current(member).getString("lastSeenAt")))
                    .isAfter(longAgo.plusSeconds(3600)));
  }

  @Test
  void revokingASessionEndsItAtOnce() {
    var member = forum.member();
    var other = forum.guest().signIn(member.username(), Client.PASSWORD);
    var id = current(other).getString("id");

    member.delete("/api/sessions/" + id).expect(204);
    other.post("/api/user").expectProblem(401);
    assertThat(member.get("/api/sessions").items()).hasSize(1);
    member.delete("/api/sessions/" + id).expectProblem(404);
  }

  @Test
  void onesOwnSessionMayBeRevokedToo() {
    var member = forum.member();
    member.delete("/api/sessions/" + current(member).getString("id")).expect(204);
    member.get("/api/sessions").expectProblem(401);
  }

  @Test
  void aSessionOfSomebodyElseDoesNotExist() {
    var victim = forum.member();
    var id = current(victim).getString("id");
    forum.member().delete("/api/sessions/" + id).expectProblem(404);
    victim.post("/api/user").expect(200);
  }

  @Test
  void unknownSessionsDoNotExist() {
    var member = forum.member();
    member.delete("/api/sessions/unknown").expectProblem(404);
    member.delete("/api/sessions/" + member.id()).expectProblem(404);
    member.delete("/api/sessions/%F0%9F%98%80").expectProblem(404);
  }

  @Test
  void guestsHaveNoSessions() {
    forum.guest().get("/api/sessions").expectProblem(401);
    forum.guest().delete("/api/sessions/1").expectProblem(401);
  }

  @Test
  void aSessionThatRedisHasLostIsOver() {
    var member = forum.member();
    var other = forum.guest().signIn(member.username(), Client.PASSWORD);
    var id = current(other).getString("id");
    forum.redis().send(Command.DEL, "parley:session:" + id).await();

    other.post("/api/user").expectProblem(401);
    assertThat(member.get("/api/sessions").expect(200).items()).hasSize(1);
  }

  private static JsonObject current(Client client) {
    return client.get("/api/sessions").expect(200).items().stream()
        .filter(session -> session.getBoolean("current"))
        .findFirst()
        .orElseThrow();
  }
}

package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

/** Connections whose session ends. */
class RevocationIT {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final Forum forum = Forum.shared();
  private final Client ann = forum.member();

  @Test
  void signingOutClosesTheSessionsConnectionsWithinASecond() {
    try (var first = connected(ann);
        var second = connected(ann);
        var elsewhere = connected(ann.signIn(ann.username(), Client.PASSWORD))) {
      ann.post("/api/logout").expect(204);

      await().atMost(AT_ONCE).until(() -> first.isClosed() && second.isClosed());
      assertThat(first.error().getInteger("failureCode")).isEqualTo(401);
      assertThat(first.closeCode()).isEqualTo(1008);
      elsewhere.listen("index");
    }
  }

  @Test
  void aNewPasswordClosesTheConnectionsOfTheOtherSessions() {
    var other = ann.signIn(ann.username(), Client.PASSWORD);
    try (var mine = connected(ann);
        var others = connected(other)) {
      var change =
          JsonObject.of("oldPassword", Client.PASSWORD, "newPassword", "another battery staple");
      ann.post("/api/setting/password", change).expect(204);

      await().atMost(AT_ONCE).until(others::isClosed);
      mine.listen("index");
    }
  }

  @Test
  void aSessionRevokedFromAnotherOneIsClosed() {
    var other = ann.signIn(ann.username(), Client.PASSWORD);
    var otherId =
        other.get("/api/sessions").items().stream()
            .filter(session -> session.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    try (var others = connected(other)) {
      ann.delete("/api/sessions/" + otherId).expect(204);

      await().atMost(AT_ONCE).until(others::isClosed);
    }
  }

  private BridgeClient connected(Client member) {
    return BridgeClient.of(forum, member).listen("user." + member.id());
  }
}

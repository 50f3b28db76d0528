package parley.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.bridge.BridgeClient;
import parley.management.ManagementIT;

/** A feature needs no line outside its folder, but its name in the list of features. */
class ExtraFeatureIT {

  private static Forum forum;
  private static Guestbook guestbook;

  @BeforeAll
  static void start() {
    forum =
        Forum.extended(
            List.of("guestbook"),
            ground -> {
              guestbook = new Guestbook(ground);
              return List.of(guestbook);
            });
    assertThat(guestbook.running).hasValue(1);
  }

  @AfterAll
  static void stop() {
    forum.close();
    assertThat(guestbook.running).as("the service is closed").hasValue(0);
  }

  @Test
  void itsOperationsAreServedValidatedAndProtected() {
    var member = forum.member();
    forum.guest().get("/api/guestbook/1").expect(200);
    forum.guest().get("/api/guestbook/x").expectProblem(422, "id:invalid");
    forum.guest().post("/api/guestbook/1").expectProblem(401);
    member.post("/api/guestbook/1").expect(204);
    member.put("/api/guestbook/1", new JsonObject()).expectProblem(405);
  }

  @Test
  void itsGuestPageIsKeptCountedAndDropped() {
    var member = forum.member();
    var before = signatures(2);
    var made = guestbook.made.get();
    var read = guestbook.read.get();
    assertThat(signatures(2)).isEqualTo(before);
    assertThat(guestbook.made).as("from memory").hasValue(made);
    await().until(() -> guestbook.read.get() > read);
    member.post("/api/guestbook/2").expect(204);
    assertThat(signatures(2)).isGreaterThan(before);
  }

  @Test
  void itsBusAddressIsOpenToMembersAlone() {
    var member = forum.member();
    try (var client = BridgeClient.of(forum, member)) {
      assertThat(client.send("guestbook.sign", JsonObject.of("id", 3)).getString("by"))
          .isEqualTo(member.username());
    }
    try (var guest = BridgeClient.guest(forum)) {
      assertThat(guest.refusal("guestbook.sign", JsonObject.of("id", 3))).isEqualTo(401);
    }
  }

  @Test
  void itsHealthIsThatOfTheProcess() {
    var good = ManagementIT.ask(forum, "/health/ready");
    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(ManagementIT.checks(good)).containsEntry("guestbook", "UP");
    guestbook.health.set(Status.KO());
    try {
      var bad = ManagementIT.ask(forum, "/health/ready");
      assertThat(bad.statusCode()).isEqualTo(503);
      assertThat(ManagementIT.checks(bad)).containsEntry("guestbook", "DOWN");
    } finally {
      guestbook.health.set(Status.OK());
    }
  }

  @Test
  void itsReaderGetsTheEntriesOfItsJournal() {
    var member = forum.member();
    member.post("/api/guestbook/7").expect(204);
    await() // a transaction of another test that is open holds all readers back
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(guestbook.readSignatures).containsEntry(7L, member.id()));
  }

  @Test
  void itsPersonalDataIsExportedAndErased() {
    var member = forum.member();
    var export = forum.personal().export(member.id()).await();
    assertThat(export.getJsonArray("guestbook").encode()).contains("" + member.id());
    forum.database().transaction(tx -> forum.personal().erase(tx, member.id())).await();
    member.post("/api/user").expectProblem(401);
  }

  @Test
  void itsJobRuns() {
    await().until(() -> guestbook.cleanings.get() > 1);
  }

  @Test
  void itsPageAndItsPartOfTheContractAreServed() {
    assertThat(forum.guest().get("/guestbook.txt").expect(200).body().toString())
        .isEqualTo("A guestbook\n");
    var contract = forum.guest().get("/openapi.json").expect(200).json();
    assertThat(contract.getJsonObject("paths").fieldNames())
        .contains("/api/guestbook/{id}", "/api/topic/{id}");
    assertThat(contract.containsKey("x-parts")).isFalse();
  }

  private static long signatures(long id) {
    return forum.guest().get("/api/guestbook/" + id).expect(200).json().getLong("signatures");
  }
}

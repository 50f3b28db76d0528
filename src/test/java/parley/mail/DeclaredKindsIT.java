package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Forum;
import parley.TestStores;

/** What senders make of kinds and wishes that features declare. */
@ResourceLock(TestStores.OUTBOX)
class DeclaredKindsIT {

  private final Postman postman = new Postman();
  private final Remarks remarks = new Remarks();
  private final Senders older = Senders.withEmptyOutbox(postman.settings(), Remarks.NOTICE);
  private final Senders newer =
      Senders.withEmptyOutbox(postman.settings(), Remarks.NOTICE, remarks.kind);

  @AfterEach
  void stop() {
    older.close();
    newer.close();
    postman.close();
  }

  private NewMail remarkTo(String email, long member) {
    var data = new JsonObject().put("username", "Ann").put("author", "Bob").put("title", "Title");
    data.put("link", "http://localhost:8080/").put("html", "<p>Hello</p>");
    return new NewMail(remarks.kind, member, email, data, member);
  }

  @Test
  void aMailOfANewerProgramWaitsForIt() {
    var email = Forum.unique("newer") + "@example.org";
    older.queue(remarkTo(email, older.verifiedMember(email)));
    var deployment = older.start();
    await()
        .untilAsserted(
            () ->
                assertThat(older.sql("SELECT state, last_error FROM mail"))
                    .containsExactly(
                        new JsonObject()
                            .put("state", "queued")
                            .put("last_error", "This Parley knows no mails of this kind.")));

    older.stop(deployment);
    newer.start();
    assertThat(Postman.subject(postman.awaitMail(email))).isEqualTo("Bob made a remark on “Title”");
    await().until(() -> newer.count("sent") == 1);
  }

  @Test
  void aWishIsAskedOnceForAllMailsThatAreClaimedTogether() {
    var address = Forum.unique("wish");
    var unwilling = newer.verifiedMember(address + "a@example.org");
    var willing = newer.verifiedMember(address + "b@example.org");
    remarks.switchOff(unwilling).await();
    newer.queue(remarkTo(address + "a@example.org", unwilling));
    newer.queue(remarkTo(address + "b@example.org", willing));
    newer.queue(1, "others.example");
    newer.start();

    await().until(() -> newer.count("sent") == 2 && newer.count("skipped") == 1);
    assertThat(newer.sql("SELECT last_error FROM mail WHERE state = 'skipped'"))
        .containsExactly(
            new JsonObject().put("last_error", "The member has switched such mails off."));
    assertThat(remarks.asked()).containsExactly(Set.of(unwilling, willing));
  }

  @Test
  void aMailThatIsOutOfDateIsNotSent() {
    var kind = Remarks.NOTICE.usefulFor(Duration.ofHours(2));
    var senders = Senders.withEmptyOutbox(postman.settings(), kind);
    try (senders) {
      senders.queue(2, "late.example");
      senders.sql(
          "UPDATE mail SET created_at = created_at - INTERVAL 3 HOUR WHERE recipient LIKE 'm1@%'");
      senders.start();
      await().until(() -> senders.count("sent") == 1 && senders.count("skipped") == 1);
      assertThat(senders.sql("SELECT last_error FROM mail WHERE state = 'skipped'"))
          .containsExactly(new JsonObject().put("last_error", "It is out of date."));
    }
  }
}

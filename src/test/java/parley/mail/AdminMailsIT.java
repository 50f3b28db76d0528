package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.member.Role;

class AdminMailsIT {

  private final Forum forum = Forum.shared();

  /** Registers somebody, whose first mail then ends so. */
  private Client withMail(MailState state) {
    var member = forum.member();
    forum.sql(
        "UPDATE mail SET state = ?, last_error = 'because', next_attempt_at = NULL, attempts = 3"
            + " WHERE recipient = ?",
        state.word(),
        member.email());
    return member;
  }

  private static JsonObject mailTo(Client admin, String path, String recipient) {
    return admin.get(path).expect(200).items().stream()
        .filter(mail -> mail.getString("recipient").equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void administratorsSeeWhatBecameOfAMailButNotWhatItSays() {
    var admin = forum.member(Role.ADMIN);
    var member = withMail(MailState.FAILED);
    var mail = mailTo(admin, "/api/admin/mails?state=failed&pageSize=100", member.email());

    assertThat(mail.getString("kind")).isEqualTo("verify_address");
    assertThat(mail.getLong("memberId")).isEqualTo(member.id());
    assertThat(mail.getInteger("attempts")).isEqualTo(3);
    assertThat(mail.getString("lastError")).isEqualTo("because");
    assertThat(mail.encode()).doesNotContain("token");
  }

  @Test
  void theListIsTheNewestFirstAndByPage() {
    var admin = forum.member(Role.ADMIN);
    var first = admin.get("/api/admin/mails?page=1&pageSize=1").expect(200);
    var second = admin.get("/api/admin/mails?page=2&pageSize=1").expect(200);
    assertThat(first.items()).hasSize(1);
    assertThat(first.json().getLong("total")).isPositive();
    assertThat(second.json().getLong("page")).isEqualTo(2);
  }

  @Test
  void aFailedOrSkippedMailIsQueuedOnceMore() {
    var admin = forum.member(Role.ADMIN);
    for (var state : new MailState[] {MailState.FAILED, MailState.SKIPPED}) {
      var member = withMail(state);
      var id =
          mailTo(admin, "/api/admin/mails?pageSize=100&state=" + state.word(), member.email())
              .getLong("id");
      var again = admin.post("/api/admin/mails/" + id + "/retry").expect(200).json();
      assertThat(again.getString("state")).isEqualTo("queued");
      assertThat(again.getString("nextAttemptAt")).isNotNull();
      admin.post("/api/admin/mails/" + id + "/retry").expectProblem(409);
    }
    admin.post("/api/admin/mails/999999999/retry").expectProblem(404);
  }

  @Test
  void onlyAdministratorsMayLookAndRetry() {
    for (var client : new Client[] {forum.member(), forum.member(Role.MODERATOR)}) {
      client.get("/api/admin/mails").expectProblem(403);
      client.post("/api/admin/mails/1/retry").expectProblem(403);
    }
    forum.guest().get("/api/admin/mails").expectProblem(401);
    forum.guest().post("/api/admin/mails/1/retry").expectProblem(401);
  }

  @Test
  void aStateThatThereIsNotIsRefused() {
    assertThat(forum.member(Role.ADMIN).get("/api/admin/mails?state=lost").status())
        .isBetween(400, 422);
  }
}

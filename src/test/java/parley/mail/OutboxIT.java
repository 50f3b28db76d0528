package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class OutboxIT {

  private final Forum forum = Forum.shared();

  @Test
  void aMailWaitsQueuedForItsFirstTry() {
    var member = forum.member();
    assertThat(
            forum.sql(
                """
                SELECT message_id, state, attempts, last_error, next_attempt_at <= UTC_TIMESTAMP(3) AS due
                FROM mail WHERE member_id = ?
                """,
                member.id()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(UUID.fromString(mail.getString("message_id")).version()).isEqualTo(4);
              assertThat(mail.getString("state")).isEqualTo("queued");
              assertThat(mail.getInteger("attempts")).isZero();
              assertThat(mail.getString("last_error")).isNull();
              assertThat(mail.getInteger("due")).isEqualTo(1);
            });
  }

  @Test
  void whatARefusedRequestWouldHaveMailedIsNotThere() {
    var taken = forum.member();
    var member = forum.member();
    var wanted = Forum.unique("wanted") + "@example.org";
    var change = new JsonObject().put("email", wanted).put("username", taken.username());
    change.put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expectProblem(422, "username:taken");
    assertThat(forum.mails(member.email())).hasSize(1);
    assertThat(forum.mails(wanted)).isEmpty();
    assertThat(forum.mails(taken.email())).hasSize(1);
  }
}

package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class PasswordResetIT {

  private static final String NEW = "remembered for good";
  private static final String[] REFUSED = {"token:not_good"};

  private final Forum forum = Forum.shared();
  private final Client guest = forum.guest();

  @Test
  void aMailedLinkSetsANewPasswordAndEndsEverySession() {
    var member = forum.member();
    var elsewhere = guest.signIn(member.username(), Client.PASSWORD);

    update(ask(member), NEW).expect(204);

    member.post("/api/user").expectProblem(401);
    elsewhere.post("/api/user").expectProblem(401);
    var again = guest.signIn(member.username(), NEW);
    assertThat(again.get("/api/sessions").items()).hasSize(1);
    assertThat(again.post("/api/user").json().getBoolean("emailVerified"))
        .as("who read the mail has proved the address")
        .isTrue();
    assertThat(forum.mails(member.email()))
        .extracting(mail -> mail.getString("kind"))
        .containsExactly("verify_address", "reset_password", "password_changed");
  }

  @Test
  void theMailSaysHowLongItsLinkIsGood() {
    var member = forum.member();
    ask(member);
    assertThat(forum.mails(member.email()))
        .last()
        .satisfies(
            mail -> {
              assertThat(mail.getJsonObject("data").getInteger("minutes")).isEqualTo(30);
              assertThat(mail.getJsonObject("data").getString("link"))
                  .startsWith(forum.config().site().url() + "/reset?token=");
            });
  }

  @Test
  void theTokenIsKeptOnlyAsItsHash() {
    var member = forum.member();
    var token = ask(member);
    assertThat(forum.sql("SELECT * FROM one_time_token WHERE member_id = ?", member.id()))
        .hasSize(2)
        .noneSatisfy(row -> assertThat(row.encode()).contains(token));
  }

  @Test
  void theMailGoesToTheAddressAsTheMemberWroteIt() {
    var member = forum.member();
    send(member.email().toUpperCase() + " ").expect(202);
    assertThat(MailedLinks.tokens(forum, member.email(), "reset_password")).hasSize(1);
  }

  /** Each waits for the same moment, which comes after the work for a known one is done. */
  @Test
  void whetherAnAddressIsKnownShowsNeitherInTheAnswerNorInItsTime() {
    var member = forum.member();
    var unknown = Forum.unique("unknown") + "@example.org";
    var started = System.nanoTime();
    var one = send(member.email()).expect(202);
    var between = System.nanoTime();
    var other = send(unknown).expect(202);
    var ended = System.nanoTime();

    assertThat(one.body()).isEqualTo(other.body());
    assertThat(Duration.ofNanos(between - started)).isGreaterThan(Duration.ofMillis(390));
    assertThat(Duration.ofNanos(ended - between)).isGreaterThan(Duration.ofMillis(390));
    assertThat(forum.mails(unknown)).isEmpty();
  }

  @Test
  void whatIsNoAddressGetsTheSameAnswer() {
    send("no address at all").expect(202);
    send("").expect(202);
    guest
        .post("/api/reset/send", new JsonObject().put("email", 1))
        .expectProblem(422, "email:invalid");
  }

  @Test
  void aTokenWorksOnceAndTakesTheOthersWithIt() {
    var member = forum.member();
    var first = ask(member);
    var second = ask(member);
    update(second, NEW).expect(204);
    update(second, "yet another one").expectProblem(422, REFUSED);
    update(first, "yet another one").expectProblem(422, REFUSED);
    guest.signIn(member.username(), NEW);
  }

  @Test
  void aBadNewPasswordDoesNotSpendTheToken() {
    var token = ask(forum.member());
    update(token, "short").expectProblem(422, "password:too_short");
    update(token, NEW).expect(204);
  }

  @Test
  void anExpiredTokenIsRefused() {
    var member = forum.member();
    var token = ask(member);
    forum.sql(
        "UPDATE one_time_token SET expires_at = UTC_TIMESTAMP(3) WHERE member_id = ?", member.id());
    update(token, NEW).expectProblem(422, REFUSED);
    member.post("/api/user").expect(200);
  }

  @Test
  void aTokenIsGoodForHalfAnHour() {
    var member = forum.member();
    ask(member);
    var left =
        forum.sql(
            """
            SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), expires_at) AS seconds
            FROM one_time_token WHERE member_id = ? AND purpose = 'RESET'
            """,
            member.id());
    assertThat(left.get(0).getLong("seconds")).isBetween(1700L, 1800L);
  }

  @Test
  void unknownTokensAndThoseForOtherPurposesAreRefused() {
    var member = forum.member();
    update("unknown", NEW).expectProblem(422, REFUSED);
    update("", NEW).expectProblem(422, REFUSED);
    update(MailedLinks.token(forum, member.email(), "verify_address"), NEW)
        .expectProblem(422, REFUSED);
  }

  @Test
  void aTokenMailedToAnAddressGivenUpSinceIsRefused() {
    var member = forum.member();
    var token = ask(member);
    var moved = new JsonObject().put("email", Forum.unique("moved") + "@example.org");
    member.post("/api/setting/profile", moved).expect(200);
    update(token, NEW).expectProblem(422, REFUSED);
  }

  @RepeatedTest(5)
  void ofTwoUsesAtOnceOneCounts() {
    var member = forum.member();
    var token = ask(member);
    var answers =
        Together.send(() -> update(token, "the first one"), () -> update(token, "the second one"));

    assertThat(answers).extracting(Response::status).containsExactlyInAnyOrder(204, 422);
    var first = answers.get(0).status() == 204;
    guest.signIn(member.username(), first ? "the first one" : "the second one");
  }

  private String ask(Client member) {
    send(member.email()).expect(202);
    return MailedLinks.token(forum, member.email(), "reset_password");
  }

  private Response send(String email) {
    return guest.post("/api/reset/send", new JsonObject().put("email", email));
  }

  private Response update(String token, String password) {
    return guest.post(
        "/api/reset/update", new JsonObject().put("token", token).put("password", password));
  }
}

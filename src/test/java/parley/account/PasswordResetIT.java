package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
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

  /** Both requests are one row; only what is done after the answer differs. */
  @Test
  void whetherAnAddressIsKnownShowsNotInTheAnswer() {
    var member = forum.member();
    var unknown = Forum.unique("unknown") + "@example.org";
    var one = send(member.email()).expect(202);
    var other = send(unknown).expect(202);
    assertThat(one.body()).isEqualTo(other.body());
    assertThat(forum.mails(unknown)).isEmpty();
  }

  /** While the member's row is locked, the work for a known address cannot end. */
  @Test
  void theAnswerDoesNotWaitForTheWork() {
    var member = forum.member();
    var locked = Promise.<Void>promise();
    var released = Promise.<Void>promise();
    var holding =
        forum
            .database()
            .transaction(
                tx ->
                    tx.preparedQuery("SELECT id FROM member WHERE id = ? FOR UPDATE")
                        .execute(Tuple.of(member.id()))
                        .compose(
                            rows -> {
                              locked.complete();
                              return released.future();
                            }));
    locked.future().await();
    send(member.email()).expect(202);
    released.complete();
    holding.await();
    assertThat(MailedLinks.tokens(forum, member.email(), "reset_password")).hasSize(1);
  }

  /** As after a crash between the answer and the work. */
  @Test
  void aRequestThatWasLeftOverIsWorkedOnLater() {
    var member = forum.member();
    forum.sql(
        """
        INSERT INTO account_task (kind, email, created_at)
        VALUES ('RESET', ?, TIMESTAMPADD(SECOND, -60, UTC_TIMESTAMP(3)))
        """,
        member.email());
    forum.run("accounts.tasks");
    assertThat(MailedLinks.tokens(forum, member.email(), "reset_password")).hasSize(1);
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
    var email = Forum.unique("moved") + "@example.org";
    var moved = new JsonObject().put("email", email).put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", moved).expect(200);
    var proof = MailedLinks.token(forum, email, "verify_address");
    guest.post("/api/email/verify", new JsonObject().put("token", proof)).expect(204);
    update(token, NEW).expectProblem(422, REFUSED);
  }

  @Test
  void aResetDropsTheWishForAnotherAddress() {
    var member = forum.member();
    var email = Forum.unique("wished") + "@example.org";
    var moved = new JsonObject().put("email", email).put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", moved).expect(200);
    var proof = MailedLinks.token(forum, email, "verify_address");
    update(ask(member), NEW).expect(204);
    guest
        .post("/api/email/verify", new JsonObject().put("token", proof))
        .expectProblem(422, REFUSED);
    var user = guest.signIn(member.username(), NEW).post("/api/user").json();
    assertThat(user.getString("email")).isEqualTo(member.email());
    assertThat(user.getString("pendingEmail")).isNull();
  }

  @Test
  void placeholdersOfMembersWithoutAnAddressAreNoAddresses() {
    var member = forum.member();
    forum.sql("UPDATE member SET email = '', email_key = ? WHERE id = ?", "lapsed 1", member.id());
    send("lapsed 1").expect(202);
    assertThat(forum.sql("SELECT id FROM mail WHERE recipient = ''")).isEmpty();
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

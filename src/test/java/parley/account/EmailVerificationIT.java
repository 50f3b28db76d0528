package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class EmailVerificationIT {

  private static final String REFUSED = "token:not_good";

  private final Forum forum = Forum.shared();

  @Test
  void theMailedLinkProvesTheAddressOnce() {
    var member = forum.member();
    var token = token(member.email());
    verify(token).expect(204);
    assertThat(isVerified(member)).isTrue();
    verify(token).expectProblem(422, REFUSED);
    assertThat(isVerified(member)).isTrue();
  }

  @Test
  void unknownAndExpiredTokensAreRefused() {
    var member = forum.member();
    forum.sql(
        "UPDATE one_time_token SET expires_at = UTC_TIMESTAMP(3) WHERE member_id = ?", member.id());
    verify(token(member.email())).expectProblem(422, REFUSED);
    verify("unknown").expectProblem(422, REFUSED);
    verify("").expectProblem(422, REFUSED);
    assertThat(isVerified(member)).isFalse();
  }

  @Test
  void aTokenOfAnAddressGivenUpMeanwhileProvesNothing() {
    var member = forum.member();
    var first = wish(member);
    var second = wish(member);

    verify(token(first)).expectProblem(422, REFUSED);
    assertThat(isVerified(member)).isFalse();
    verify(token(second)).expect(204);
    var user = member.post("/api/user").json();
    assertThat(user.getString("email")).isEqualTo(second);
    assertThat(user.getBoolean("emailVerified")).isTrue();
    assertThat(user.getString("pendingEmail")).isNull();
  }

  @Test
  void theMailComesAgainToTheAddressThatIsWished() {
    var member = forum.member();
    member.post("/api/email/send").expect(202);
    assertThat(MailedLinks.tokens(forum, member.email(), "verify_address")).hasSize(2);
    verify(token(member.email())).expect(204);
    member.post("/api/email/send").expectProblem(409);

    var wished = wish(member);
    member.post("/api/email/send").expect(202);
    assertThat(MailedLinks.tokens(forum, wished, "verify_address")).hasSize(2);
  }

  @RepeatedTest(5)
  void ofTwoUsesAtOnceOneCounts() {
    var member = forum.member();
    var token = token(member.email());
    var answers = Together.send(() -> verify(token), () -> verify(token));
    assertThat(answers).extracting(Response::status).containsExactlyInAnyOrder(204, 422);
    assertThat(isVerified(member)).isTrue();
  }

  private static String wish(Client member) {
    var email = Forum.unique("wished") + "@example.org";
    var change = new JsonObject().put("email", email).put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expect(200);
    return email;
  }

  @Test
  void aTokenForResettingDoesNotVerify() {
    var member = forum.member();
    forum.guest().post("/api/reset/send", new JsonObject().put("email", member.email()));
    verify(MailedLinks.token(forum, member.email(), "reset_password")).expectProblem(422, REFUSED);
  }

  private String token(String address) {
    return MailedLinks.token(forum, address, "verify_address");
  }

  private Response verify(String token) {
    return forum.guest().post("/api/email/verify", new JsonObject().put("token", token));
  }

  private static boolean isVerified(Client member) {
    return member.post("/api/user").expect(200).json().getBoolean("emailVerified");
  }
}

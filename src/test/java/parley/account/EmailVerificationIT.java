package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;

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
    var old = token(member.email());
    var moved = Forum.unique("moved") + "@example.org";
    member.post("/api/setting/profile", new JsonObject().put("email", moved)).expect(200);

    verify(old).expectProblem(422, REFUSED);
    assertThat(isVerified(member)).isFalse();
    verify(token(moved)).expect(204);
    assertThat(isVerified(member)).isTrue();
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

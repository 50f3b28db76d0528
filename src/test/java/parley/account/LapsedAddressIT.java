package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

/** An address that nobody has proved in time is free again. */
class LapsedAddressIT {

  private final Forum forum = Forum.shared();

  @Test
  void anUnprovedAddressIsFreeAfterSomeDays() {
    var squatter = forum.member();
    since(squatter, 13);
    forum.run(Accounts.LAPSE);
    register(forum.guest(), form(Forum.unique("owner"), squatter.email(), Client.PASSWORD))
        .expectProblem(422, "email:taken");

    since(squatter, 15);
    forum.run(Accounts.LAPSE);
    assertThat(squatter.post("/api/user").json().getString("email")).isEmpty();
    register(forum.guest(), form(Forum.unique("owner"), squatter.email(), Client.PASSWORD))
        .expect(201);
    forum.guest().signIn(squatter.username(), Client.PASSWORD);
  }

  @Test
  void aProvedAddressStays() {
    var member = forum.member();
    since(member, 1000);
    forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", member.id());
    forum.run(Accounts.LAPSE);
    assertThat(member.post("/api/user").json().getString("email")).isEqualTo(member.email());
  }

  /** Members of before are not surprised by the upgrade: their time begins with it. */
  @Test
  void theTimeOfOldMembersBeginsNow() {
    var old = forum.member();
    forum.sql(
        "UPDATE member SET email_since = NULL, created_at = '2001-01-01' WHERE id = ?", old.id());
    forum.run(Accounts.LAPSE);
    assertThat(old.post("/api/user").json().getString("email")).isEqualTo(old.email());
    assertThat(
            forum.sql("SELECT id FROM member WHERE id = ? AND email_since IS NOT NULL", old.id()))
        .hasSize(1);
  }

  @Test
  void whoLostAnAddressCanGiveAnother() {
    var member = forum.member();
    since(member, 15);
    forum.run(Accounts.LAPSE);
    var change = JsonObject.of("email", member.email(), "currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expect(200);
    var token = MailedLinks.token(forum, member.email(), "verify_address");
    forum.guest().post("/api/email/verify", JsonObject.of("token", token)).expect(204);
    assertThat(member.post("/api/user").json().getBoolean("emailVerified")).isTrue();
  }

  @Test
  void aWishIsForgottenWithItsLink() {
    var member = forum.member();
    var wanted = Forum.unique("late") + "@example.org";
    member
        .post(
            "/api/setting/profile",
            JsonObject.of("email", wanted, "currentPassword", Client.PASSWORD))
        .expect(200);
    forum.sql(
        "UPDATE pending_address SET created_at = TIMESTAMPADD(DAY, -3, created_at)"
            + " WHERE member_id = ?",
        member.id());
    forum.run(Accounts.LAPSE);
    assertThat(member.post("/api/user").json().getString("pendingEmail")).isNull();
  }

  @Test
  void nothingLapsesWhereTheSettingIsZero() {
    try (var other = Forum.with(Map.of("PARLEY_ACCOUNT_UNVERIFIED_DAYS", "0"))) {
      var member = other.member();
      other.run(Accounts.LAPSE);
      assertThat(member.post("/api/user").json().getString("email")).isEqualTo(member.email());
    }
  }

  private void since(Client member, int days) {
    forum.sql(
        "UPDATE member SET email_since = TIMESTAMPADD(DAY, ?, UTC_TIMESTAMP(3)) WHERE id = ?",
        -days,
        member.id());
  }
}

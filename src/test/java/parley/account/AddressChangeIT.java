package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;
import parley.session.Confirmations;

/** A new address needs the password, counts once it is proved, and can be taken back. */
class AddressChangeIT {

  private static final String REFUSED = "token:not_good";

  private final Forum forum = Forum.shared();
  private final Client member = verified();
  private final String wanted = Forum.unique("new") + "@example.org";

  @Test
  void aSessionAloneChangesNoAddress() {
    var refused = profile(member, JsonObject.of("email", wanted)).expectProblem(403);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/confirmation-needed");
    profile(member, JsonObject.of("email", wanted, "currentPassword", "wrong password"))
        .expectProblem(422, "currentPassword:wrong");
    profile(member, JsonObject.of("email", wanted, "currentPassword", ""))
        .expectProblem(422, "currentPassword:wrong");
    assertThat(forum.mails(wanted)).isEmpty();
    assertThat(me(member).getString("pendingEmail")).isNull();
  }

  @Test
  void whatElseIsChangedNeedsNoPassword() {
    profile(member, JsonObject.of("signature", "x", "username", Forum.unique("renamed")))
        .expect(200);
    profile(member, JsonObject.of("email", member.email().toUpperCase())).expect(200);
  }

  @Test
  void untilItIsProvedTheOldAddressCountsForEverything() {
    wish(member, wanted);
    assertThat(me(member).getString("email")).isEqualTo(member.email());
    assertThat(me(member).getBoolean("emailVerified")).isTrue();
    assertThat(me(member).getString("pendingEmail")).isEqualTo(wanted);

    forum.guest().post("/api/reset/send", JsonObject.of("email", wanted)).expect(202);
    assertThat(kinds(wanted)).containsExactly("verify_address");
    forum.guest().post("/api/reset/send", JsonObject.of("email", member.email())).expect(202);
    assertThat(kinds(member.email()))
        .containsExactly("verify_address", "address_requested", "reset_password");
    signIn(wanted).expectProblem(401);
    signIn(member.email()).expect(200);
  }

  @Test
  void onceProvedTheNewOneCountsAndTheOldOneIsTold() {
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);

    assertThat(me(member).getString("email")).isEqualTo(wanted);
    assertThat(me(member).getBoolean("emailVerified")).isTrue();
    assertThat(kinds(member.email()))
        .containsExactly("verify_address", "address_requested", "address_changed");
    signIn(wanted).expect(200);
    signIn(member.email()).expectProblem(401);
    forum.guest().post("/api/reset/send", JsonObject.of("email", member.email())).expect(202);
    assertThat(kinds(member.email())).doesNotContain("reset_password");
  }

  @Test
  void aConfirmationIsOfOneSessionAndTenMinutes() {
    var other = forum.guest().signIn(member.username(), Client.PASSWORD);
    confirm(member, "wrong password").expectProblem(422, "password:wrong");
    profile(member, JsonObject.of("email", wanted)).expectProblem(403);
    confirm(member, Client.PASSWORD).expect(204);
    profile(other, JsonObject.of("email", wanted)).expectProblem(403);
    profile(member, JsonObject.of("email", wanted)).expect(200);
    assertThat(Confirmations.LASTS.toMinutes()).isEqualTo(10);

    confirm(forum.guest(), Client.PASSWORD).expectProblem(401);
    member.post("/api/confirm", new JsonObject()).expectProblem(422, "password:required");
  }

  @Test
  void aConfirmationEndsWithAChangeOfThePassword() {
    confirm(member, Client.PASSWORD).expect(204);
    var change = JsonObject.of("oldPassword", Client.PASSWORD, "newPassword", "another password");
    member.post("/api/setting/password", change).expect(204);
    profile(member, JsonObject.of("email", wanted)).expectProblem(403);
  }

  @Test
  void theLinkOfTheOldAddressUndoesAChangeOnce() {
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);
    var undo = token(member.email(), "address_changed");

    undo(undo).expect(204);
    member.post("/api/user").expectProblem(401);
    var again = forum.guest().signIn(member.username(), Client.PASSWORD);
    assertThat(me(again).getString("email")).isEqualTo(member.email());
    assertThat(me(again).getBoolean("emailVerified")).isTrue();
    assertThat(kinds(member.email())).last().isEqualTo("reset_password");

    undo(undo).expectProblem(422, REFUSED);
    undo(token(member.email(), "address_requested")).expectProblem(422, REFUSED);
    assertThat(me(again).getString("email")).isEqualTo(member.email());
  }

  @Test
  void beforeItIsProvedTheSameLinkKeepsTheOldAddress() {
    wish(member, wanted);
    var proof = token(wanted, "verify_address");
    undo(token(member.email(), "address_requested")).expect(204);
    verify(proof).expectProblem(422, REFUSED);
    var again = forum.guest().signIn(member.username(), Client.PASSWORD);
    assertThat(me(again).getString("pendingEmail")).isNull();
    assertThat(me(again).getString("email")).isEqualTo(member.email());
  }

  /** Whoever took the account changes the address twice, and undoes the second change. */
  @Test
  void aLaterLinkDoesNotOutdoAnEarlierOne() {
    var second = Forum.unique("second") + "@example.org";
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);
    wish(member, second);
    verify(token(second, "verify_address")).expect(204);
    var ofOwner = token(member.email(), "address_changed");
    var ofThief = token(wanted, "address_changed");

    undo(ofOwner).expect(204);
    undo(ofThief).expectProblem(422, REFUSED);
    undo(token(wanted, "address_requested")).expectProblem(422, REFUSED);
    assertThat(addressOf(member)).isEqualTo(member.email());
  }

  @Test
  void theEarlierLinkIsGoodAfterTheLaterOneWasUsed() {
    var second = Forum.unique("second") + "@example.org";
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);
    wish(member, second);
    verify(token(second, "verify_address")).expect(204);

    undo(token(wanted, "address_changed")).expect(204);
    assertThat(addressOf(member)).isEqualTo(wanted);
    undo(token(member.email(), "address_changed")).expect(204);
    assertThat(addressOf(member)).isEqualTo(member.email());
  }

  @Test
  void anUndoTakesTheLinksOfTheNewAddressWithIt() {
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);
    forum.guest().post("/api/reset/send", JsonObject.of("email", wanted)).expect(202);
    var reset = token(wanted, "reset_password");
    undo(token(member.email(), "address_changed")).expect(204);
    forum
        .guest()
        .post("/api/reset/update", JsonObject.of("token", reset, "password", "of the thief"))
        .expectProblem(422, REFUSED);
  }

  @RepeatedTest(5)
  void ofTwoUndosAtOnceOneCounts() {
    wish(member, wanted);
    verify(token(wanted, "verify_address")).expect(204);
    var undo = token(member.email(), "address_changed");
    assertThat(Together.send(() -> undo(undo), () -> undo(undo)))
        .extracting(Response::status)
        .containsExactlyInAnyOrder(204, 422);
    assertThat(addressOf(member)).isEqualTo(member.email());
  }

  @RepeatedTest(5)
  void aProofAndAnUndoAtOnceLeaveTheOldAddress() {
    wish(member, wanted);
    var proof = token(wanted, "verify_address");
    var undo = token(member.email(), "address_requested");
    var answers = Together.send(() -> verify(proof), () -> undo(undo));
    assertThat(answers.get(0).status()).isIn(204, 422);
    answers.get(1).expect(204);
    assertThat(addressOf(member)).isEqualTo(member.email());
  }

  @Test
  void linksForOtherPurposesUndoNothing() {
    var tokens = List.of("", "unknown", token(member.email(), "verify_address"));
    tokens.forEach(token -> undo(token).expectProblem(422, REFUSED));
    wish(member, wanted);
    verify(token(member.email(), "address_requested")).expectProblem(422, REFUSED);
    forum.sql(
        "UPDATE one_time_token SET expires_at = UTC_TIMESTAMP(3) WHERE member_id = ?", member.id());
    undo(token(member.email(), "address_requested")).expectProblem(422, REFUSED);
  }

  @Test
  void theLinkIsGoodForSevenDays() {
    wish(member, wanted);
    forum.mails(wanted);
    var left =
        forum.sql(
            """
            SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(3), expires_at) AS hours
            FROM one_time_token WHERE member_id = ? AND purpose = 'UNDO'
            """,
            member.id());
    assertThat(left.get(0).getLong("hours")).isBetween(166L, 168L);
  }

  /** Nobody knows whose an address is that was never proved, such as one with a typing error. */
  @Test
  void anAddressThatWasNeverProvedGetsNoLink() {
    var unproved = forum.member();
    wish(unproved, wanted);
    var told = forum.mails(unproved.email()).get(1);
    assertThat(told.getString("kind")).isEqualTo("address_requested");
    assertThat(told.getJsonObject("data").containsKey("link")).isFalse();
    verify(token(wanted, "verify_address")).expect(204);
    assertThat(kinds(unproved.email())).doesNotContain("address_changed");
  }

  @Test
  void whoGivesThePresentAddressAgainNoLongerWantsTheOther() {
    wish(member, wanted);
    var proof = token(wanted, "verify_address");
    profile(member, JsonObject.of("email", member.email())).expect(200);
    assertThat(me(member).getString("pendingEmail")).isNull();
    verify(proof).expectProblem(422, REFUSED);
  }

  @Test
  void whoHasTheAddressAlreadyIsToldByMailAndTheAnswerIsTheSame() {
    var other = verified();
    var known = profile(member, wish(other.email().toUpperCase())).expect(200).json();
    var unknown = profile(verified(), wish(wanted)).expect(200).json();
    assertThat(known.fieldNames()).isEqualTo(unknown.fieldNames());
    assertThat(known.getString("email")).isEqualTo(member.email());
    assertThat(known.getString("pendingEmail")).isEqualTo(other.email().toUpperCase());
    // the mail is queued after the answer
    assertThat(forum.mails(other.email().toUpperCase())).isEmpty();
    assertThat(kinds(other.email())).containsExactly("verify_address", "address_known");
    assertThat(me(other).getString("email")).isEqualTo(other.email());
  }

  @Test
  void theProofOfAnOwnerWinsOverWhoeverNeverProvedIt() {
    var squatter = forum.guest().register(Forum.unique("squatter"));
    wish(member, squatter.email());
    verify(MailedLinks.token(forum, squatter.email(), "verify_address")).expect(204);

    assertThat(addressOf(member)).isEqualTo(squatter.email());
    assertThat(addressOf(squatter)).isEmpty();
    assertThat(me(squatter).getBoolean("emailVerified")).isFalse();
    squatter.post("/api/email/send").expectProblem(409);
    wish(squatter, Forum.unique("own") + "@example.org");
  }

  @RepeatedTest(5)
  void ofTwoWhoProveOneAddressAtOnceOneGetsIt() {
    var other = verified();
    wish(member, wanted);
    var first = token(wanted, "verify_address");
    wish(other, wanted);
    var second = token(wanted, "verify_address");
    assertThat(Together.send(() -> verify(first), () -> verify(second)))
        .extracting(Response::status)
        .containsExactlyInAnyOrder(204, 422);
    assertThat(List.of(addressOf(member), addressOf(other))).containsOnlyOnce(wanted);
  }

  private Client verified() {
    var client = forum.member();
    forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", client.id());
    return client;
  }

  private static JsonObject wish(String email) {
    return JsonObject.of("email", email, "currentPassword", Client.PASSWORD);
  }

  private static void wish(Client client, String email) {
    profile(client, wish(email)).expect(200);
  }

  private static Response profile(Client client, JsonObject change) {
    return client.post("/api/setting/profile", change);
  }

  private static Response confirm(Client client, String password) {
    return client.post("/api/confirm", JsonObject.of("password", password));
  }

  private Response verify(String token) {
    return forum.guest().post("/api/email/verify", JsonObject.of("token", token));
  }

  private Response undo(String token) {
    return forum.guest().post("/api/email/undo", JsonObject.of("token", token));
  }

  private Response signIn(String login) {
    var credentials = JsonObject.of("username", login, "password", Client.PASSWORD);
    return forum.guest().post("/api/login", credentials);
  }

  private String token(String address, String kind) {
    return MailedLinks.token(forum, address, kind);
  }

  private List<String> kinds(String address) {
    return forum.mails(address).stream().map(mail -> mail.getString("kind")).toList();
  }

  private String addressOf(Client client) {
    return forum
        .sql("SELECT email FROM member WHERE id = ?", client.id())
        .get(0)
        .getString("email");
  }

  private static JsonObject me(Client client) {
    return client.post("/api/user").expect(200).json();
  }
}

package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;

/** One password is the same however a system types it. */
class PreparedPasswordIT {

  private static final String COMPOSED = "caf\u00E9 au lait";
  private static final String DECOMPOSED = "cafe\u0301 au lait";
  private static final String WIDE_SPACES = "caf\u00E9\u3000au\u00A0lait";

  private final Forum forum = Forum.shared();

  @Test
  void howAPasswordIsTypedDoesNotMatter() {
    for (var typed : new String[] {COMPOSED, DECOMPOSED, WIDE_SPACES}) {
      var name = Forum.unique("typed");
      register(forum.guest(), form(name, name + "@example.org", typed)).expect(201);
      for (var again : new String[] {COMPOSED, DECOMPOSED, WIDE_SPACES}) {
        forum.guest().signIn(name, again);
      }
      signIn(name, "cafe au lait").expectProblem(401);
    }
  }

  @Test
  void theLengthIsThatOfThePreparedForm() {
    var name = Forum.unique("length");
    register(forum.guest(), form(name, name + "@example.org", "e\u0301".repeat(7)))
        .expectProblem(422, "password:too_short");
    register(forum.guest(), form(name, name + "@example.org", "e\u0301".repeat(200))).expect(201);
    forum.guest().signIn(name, "\u00E9".repeat(200));
  }

  @Test
  void allWaysToSetAPasswordPrepareIt() {
    var member = forum.member();
    var change = JsonObject.of("oldPassword", Client.PASSWORD, "newPassword", DECOMPOSED);
    member.post("/api/setting/password", change).expect(204);
    forum.guest().signIn(member.username(), COMPOSED);

    forum.guest().post("/api/reset/send", JsonObject.of("email", member.email())).expect(202);
    var token = MailedLinks.token(forum, member.email(), "reset_password");
    forum
        .guest()
        .post("/api/reset/update", JsonObject.of("token", token, "password", "x" + DECOMPOSED))
        .expect(204);
    forum.guest().signIn(member.username(), "x" + WIDE_SPACES);
  }

  /** Hashes of before are of what was typed. The first sign-in makes them anew. */
  @Test
  void anOldHashIsStillGoodAndIsMadeAnew() {
    var member = forum.member();
    var raw =
        Password.hash(DECOMPOSED)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
            .getResult();
    forum.sql("UPDATE member SET password_hash = ? WHERE id = ?", raw, member.id());

    signIn(member.username(), COMPOSED).expectProblem(401);
    var session = forum.guest().signIn(member.username(), DECOMPOSED);
    forum.guest().signIn(member.username(), COMPOSED);
    forum.guest().signIn(member.username(), DECOMPOSED);
    session.post("/api/user").expect(200);
    member.post("/api/user").expect(200);
    assertThat(
            forum
                .sql("SELECT password_hash FROM member WHERE id = ?", member.id())
                .get(0)
                .getString("password_hash"))
        .isNotEqualTo(raw);
  }

  @Test
  void whoHasNoPasswordCannotSignIn() {
    var member = forum.member();
    forum.sql("UPDATE member SET password_hash = '' WHERE id = ?", member.id());
    signIn(member.username(), "").expectProblem(401);
    signIn(member.username(), Client.PASSWORD).expectProblem(401);
  }

  private Response signIn(String login, String password) {
    return forum.guest().post("/api/login", JsonObject.of("username", login, "password", password));
  }
}

package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.limit.LimitedForum.PER_ACCOUNT;
import static parley.limit.LimitedForum.PER_NETWORK;
import static parley.limit.LimitedForum.SECONDS;
import static parley.limit.RateLimits.NAME_FACTOR;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;

class AccountLimitsIT {

  private static LimitedForum limited;

  @BeforeAll
  static void start() {
    limited = new LimitedForum();
  }

  @AfterAll
  static void stop() {
    limited.close();
  }

  @Test
  void signingInIsLimitedByTheNameThatIsTriedHoweverItIsWritten() {
    var name = limited.anywhere().register(Forum.unique("tried")).username();
    for (var i = 0; i < NAME_FACTOR * PER_ACCOUNT; i += 2) {
      limited.signIn(limited.anywhere(), name).expectProblem(401);
      limited.signIn(limited.anywhere(), name.toUpperCase()).expectProblem(401);
    }
    for (var same : List.of(name, " " + name, name + "\u00A0", name + "\u3000 ", "\t" + name)) {
      tooMany(limited.signIn(limited.anywhere(), same));
    }
    limited.signIn(limited.anywhere(), Forum.unique("another")).expectProblem(401);
  }

  @Test
  void signingInIsLimitedByAddressWhateverTheName() {
    var here = limited.anywhere();
    for (var i = 0; i < PER_NETWORK; i++) {
      limited.signIn(here, Forum.unique("spray")).expectProblem(401);
    }
    tooMany(limited.signIn(here, Forum.unique("spray")));
    limited.signIn(limited.anywhere(), Forum.unique("spray")).expectProblem(401);
  }

  @Test
  void anAddressOverItsLimitTakesNothingFromAMember() {
    var here = limited.anywhere();
    for (var i = 0; i < PER_NETWORK; i++) {
      limited.signIn(here, Forum.unique("spray")).expectProblem(401);
    }
    var name = Forum.unique("victim");
    for (var i = 0; i <= PER_ACCOUNT; i++) {
      tooMany(limited.signIn(here, name));
    }
    limited.signIn(limited.anywhere(), name).expectProblem(401);
  }

  @Test
  void registeringIsLimitedByNameAndByAddress() {
    var name = Forum.unique("wanted");
    var there = limited.anywhere();
    limited.register(there, name).expect(201);
    limited.register(there, name.toUpperCase()).expectProblem(422, "username:taken");
    tooMany(limited.register(there, name));

    var here = limited.anywhere();
    for (var i = 0; i < PER_NETWORK; i++) {
      limited.register(here, Forum.unique("many")).expect(201);
    }
    tooMany(limited.register(here, Forum.unique("many")));
  }

  @Test
  void faultsInAFormDoNotCount() {
    var here = limited.anywhere();
    for (var i = 0; i < 2 * PER_NETWORK; i++) {
      limited.register(here, "no name").expectProblem(422, "username:invalid");
    }
    limited.register(here, Forum.unique("careful")).expect(201);
  }

  @Test
  void resetMailsAreLimitedByTheAddressAskedForAndTheOneThatAsks() {
    var member = limited.anywhere().register(Forum.unique("forgetful"));
    var there = limited.anywhere();
    limited.sendReset(there, member.email()).expect(202);
    limited.sendReset(there, " " + member.email().toUpperCase()).expect(202);
    tooMany(limited.sendReset(there, member.email()));
    tooMany(limited.sendReset(there, member.email() + "\u00A0"));
    assertThat(
            limited.forum.mails(member.email()).stream()
                .filter(mail -> mail.getString("kind").equals("reset_password")))
        .hasSize(PER_ACCOUNT);

    var here = limited.anywhere();
    for (var i = 0; i < PER_NETWORK; i++) {
      limited.sendReset(here, Forum.unique("many") + "@example.org").expect(202);
    }
    tooMany(limited.sendReset(here, Forum.unique("many") + "@example.org"));
  }

  @Test
  void anUnknownAddressIsLimitedLikeAKnownOne() {
    var unknown = Forum.unique("unknown") + "@example.org";
    for (var i = 0; i < NAME_FACTOR * PER_ACCOUNT; i++) {
      limited.sendReset(limited.anywhere(), unknown).expect(202);
    }
    tooMany(limited.sendReset(limited.anywhere(), unknown));
  }

  @Test
  void tryingResetTokensIsLimitedByAddressAndFaultsInThePasswordDoNotCount() {
    var here = limited.anywhere();
    for (var i = 0; i < 2 * PER_NETWORK; i++) {
      update(here, "guess", "short").expectProblem(422, "password:too_short");
    }
    for (var i = 0; i < PER_NETWORK; i++) {
      update(here, Forum.unique("guess"), "long enough").expectProblem(422, "token:not_good");
    }
    tooMany(update(here, Forum.unique("guess"), "long enough"));
  }

  @Test
  void tryingOldPasswordsIsLimitedByMember() {
    var member = limited.anywhere().register(Forum.unique("changing"));
    var wrong = new JsonObject().put("oldPassword", "wrong").put("newPassword", "long enough");
    var there = elsewhere(member);
    for (var i = 0; i < PER_ACCOUNT; i++) {
      there.post("/api/setting/password", wrong).expectProblem(422, "oldPassword:wrong");
    }
    tooMany(there.post("/api/setting/password", wrong));
    tooMany(there.post("/api/confirm", JsonObject.of("password", Client.PASSWORD)));
    elsewhere(member).post("/api/confirm", JsonObject.of("password", Client.PASSWORD)).expect(204);
  }

  @Test
  void changingTheAddressIsLimitedSinceItMailsWhomeverTheMemberNames() {
    var member = limited.anywhere().register(Forum.unique("moving"));
    for (var i = 0; i < PER_ACCOUNT; i++) {
      move(member).expect(200);
    }
    tooMany(move(member));
    var signature = new JsonObject().put("signature", "not limited");
    elsewhere(member).post("/api/setting/profile", signature).expect(200);
  }

  private Response move(Client member) {
    var email = Forum.unique("moved") + "@example.org";
    return elsewhere(member)
        .post(
            "/api/setting/profile",
            new JsonObject().put("email", email).put("currentPassword", Client.PASSWORD));
  }

  private static Client elsewhere(Client member) {
    return member.header("x-forwarded-for", LimitedForum.address());
  }

  private static Response update(Client client, String token, String password) {
    return client.post(
        "/api/reset/update", new JsonObject().put("token", token).put("password", password));
  }

  private static void tooMany(Response answer) {
    answer.expectProblem(429);
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, SECONDS);
  }
}

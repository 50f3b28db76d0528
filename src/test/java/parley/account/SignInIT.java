package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;

class SignInIT {

  private final Forum forum = Forum.shared();
  private final Client guest = forum.guest();

  @Test
  void aMemberSignsInWithNameOrAddressInAnyCase() {
    var member = forum.member();
    for (var login :
        List.of(
            member.username(),
            member.username().toUpperCase(),
            " " + member.username() + " ",
            member.email(),
            member.email().toUpperCase())) {
      var answer = signIn(login, Client.PASSWORD).expect(200);
      assertThat(answer.json().getJsonObject("user").getLong("id")).isEqualTo(member.id());
      var token = answer.json().getString("token");
      assertThat(answer.header("set-cookie")).startsWith("parley_session=" + token + ";");
      guest.withToken(token).post("/api/user").expect(200);
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownMemberGetTheSameAnswer() {
    var member = forum.member();
    var wrong = signIn(member.username(), Client.PASSWORD + " ").expectProblem(401);
    for (var other :
        List.of(
            signIn(Forum.unique("nobody"), Client.PASSWORD),
            signIn(Forum.unique("nobody") + "@example.org", Client.PASSWORD),
            signIn(member.email(), "wrong"))) {
      assertThat(other.expectProblem(401).body()).isEqualTo(wrong.body());
      assertThat(other.header("set-cookie")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "@", "%", "a\uD83Db", "a\u0000b", "\uFDFA\uFDFA", "' OR 1=1 -- "})
  void noLoginIsAnythingButWrong(String login) {
    var form = new JsonObject().put("username", login).put("password", "whatever it is");
    guest.send(HttpMethod.POST, "/api/login", Registering.ascii(form)).expectProblem(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uD83D", "\u0000"})
  void noPasswordIsAnythingButWrong(String password) {
    var form = new JsonObject().put("username", forum.member().username());
    guest
        .send(HttpMethod.POST, "/api/login", Registering.ascii(form.put("password", password)))
        .expectProblem(401);
  }

  @Test
  void veryLongCredentialsAreWrongToo() {
    signIn("n".repeat(4_000), "p".repeat(4_000)).expectProblem(401);
  }

  @Test
  void credentialsThatAreNoneAreRefused() {
    guest
        .post("/api/login", new JsonObject().put("username", 1))
        .expectProblem(422, "username:invalid", "password:required");
  }

  @Test
  void signingOutEndsTheSessionForBearerAndCookieAtOnce() {
    var member = forum.member();
    var other = guest.signIn(member.username(), Client.PASSWORD);
    var answer = member.post("/api/logout").expect(204);

    assertThat(answer.header("set-cookie")).startsWith("parley_session=;").contains("Max-Age=0");
    member.post("/api/user").expectProblem(401);
    guest
        .header("cookie", "parley_session=" + member.token())
        .header("sec-fetch-site", "same-origin")
        .post("/api/user")
        .expectProblem(401);
    other.post("/api/user").expect(200);
  }

  @Test
  void guestsCannotSignOut() {
    guest.post("/api/logout").expectProblem(401);
    guest.post("/api/user").expectProblem(401);
  }

  private Response signIn(String login, String password) {
    return guest.post(
        "/api/login", new JsonObject().put("username", login).put("password", password));
  }
}

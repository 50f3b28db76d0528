package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class PasswordChangeIT {

  private static final String NEW = "another good one";

  private final Forum forum = Forum.shared();

  @Test
  void otherSessionsEndAtOnceAndOnesOwnGoesOn() {
    var member = forum.member();
    var elsewhere = forum.guest().signIn(member.username(), Client.PASSWORD);

    change(member, Client.PASSWORD, NEW).expect(204);

    member.post("/api/user").expect(200);
    elsewhere.post("/api/user").expectProblem(401);
    assertThat(member.get("/api/sessions").items())
        .singleElement()
        .satisfies(session -> assertThat(session.getBoolean("current")).isTrue());
    forum.guest().signIn(member.username(), NEW);
    var old = new JsonObject().put("username", member.username()).put("password", Client.PASSWORD);
    forum.guest().post("/api/login", old).expectProblem(401);
  }

  @Test
  void aMailTellsOfIt() {
    var member = forum.member();
    change(member, Client.PASSWORD, NEW).expect(204);
    assertThat(forum.mails(member.email()).stream().map(mail -> mail.getString("kind")))
        .containsExactly("verify_address", "password_changed");
  }

  @Test
  void theOldPasswordMustBeRight() {
    var member = forum.member();
    var elsewhere = forum.guest().signIn(member.username(), Client.PASSWORD);
    change(member, "wrong", NEW).expectProblem(422, "oldPassword:wrong");
    change(member, "", NEW).expectProblem(422, "oldPassword:wrong");
    elsewhere.post("/api/user").expect(200);
  }

  @Test
  void theNewOneMustKeepTheRules() {
    var member = forum.member();
    change(member, Client.PASSWORD, "short").expectProblem(422, "newPassword:too_short");
    member
        .post("/api/setting/password", new JsonObject())
        .expectProblem(422, "oldPassword:required", "newPassword:required");
  }

  @Test
  void guestsHaveNone() {
    change(forum.guest(), Client.PASSWORD, NEW).expectProblem(401);
  }

  @RepeatedTest(5)
  void ofTwoChangesAtOnceOneCounts() {
    var member = forum.member();
    var answers =
        Together.send(
            () -> change(member, Client.PASSWORD, "one of the two"),
            () -> change(member, Client.PASSWORD, "the other of the two"));

    assertThat(answers).extracting(Response::status).contains(204);
    assertThat(answers).extracting(Response::status).isSubsetOf(204, 401, 409, 422);
    assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
    var first = answers.get(0).status() == 204;
    forum.guest().signIn(member.username(), first ? "one of the two" : "the other of the two");
    member.post("/api/user").expect(200);
  }

  private static Response change(Client client, String oldPassword, String newPassword) {
    return client.post(
        "/api/setting/password",
        new JsonObject().put("oldPassword", oldPassword).put("newPassword", newPassword));
  }
}

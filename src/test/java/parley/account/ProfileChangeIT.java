package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class ProfileChangeIT {

  private final Forum forum = Forum.shared();

  @Test
  void eachFieldChangesAlone() {
    var member = forum.member();
    var name = Forum.unique("Renamed");
    change(member, "username", " " + name + " ").expect(200);
    var answer = change(member, "signature", "Two\r\nlines 😀").expect(200);

    assertThat(answer.json().getString("username")).isEqualTo(name);
    assertThat(answer.json().getString("signature")).isEqualTo("Two\nlines 😀");
    assertThat(answer.json().getString("email")).isEqualTo(member.email());
    assertThat(member.post("/api/user").json()).isEqualTo(answer.json());
    assertThat(forum.guest().get("/api/user/" + member.id()).json().getString("username"))
        .isEqualTo(name);
    forum.guest().signIn(name, Client.PASSWORD);
  }

  @Test
  void nothingChangesWhereNothingIsGiven() {
    var member = forum.member();
    var before = member.post("/api/user").json();
    assertThat(member.post("/api/setting/profile", new JsonObject()).expect(200).json())
        .isEqualTo(before);
  }

  @Test
  void anotherCaseOfTheSameAddressIsNoOther() {
    var member = verified();
    var user = change(member, "email", member.email().toUpperCase()).expect(200).json();
    assertThat(user.getString("email")).isEqualTo(member.email().toUpperCase());
    assertThat(user.getBoolean("emailVerified")).isTrue();
    assertThat(forum.mails(member.email().toUpperCase())).isEmpty();
  }

  @Test
  void onesOwnNameMayChangeItsCase() {
    var member = forum.member();
    var loud = member.username().toUpperCase();
    assertThat(change(member, "username", loud).expect(200).json().getString("username"))
        .isEqualTo(loud);
  }

  @Test
  void whatSomebodyElseHasIsTaken() {
    var member = forum.member();
    var other = forum.member();
    change(member, "username", other.username().toUpperCase()).expectProblem(422, "username:taken");
  }

  @Test
  void eachFieldKeepsItsRules() {
    var member = forum.member();
    member
        .post(
            "/api/setting/profile",
            new JsonObject()
                .put("username", "no name")
                .put("email", "no address")
                .put("signature", "x".repeat(501)))
        .expectProblem(422, "username:invalid", "email:invalid", "signature:too_long");
    change(member, "signature", "x\u0000").expectProblem(422, "signature:control_character");
    change(member, "signature", "x\uD83D").expectProblem(422, "signature:control_character");
    change(member, "signature", "😀".repeat(500)).expect(200);
    change(member, "signature", "").expect(200);
    change(member, "role", "admin").expectProblem(422, "role:unknown");
  }

  @Test
  void guestsHaveNoProfile() {
    change(forum.guest(), "signature", "x").expectProblem(401);
  }

  @RepeatedTest(10)
  void changesOfDifferentFieldsAtOnceAreBothKept() {
    var member = forum.member();
    var moved = Forum.unique("moved") + "@example.org";
    member.post("/api/confirm", JsonObject.of("password", Client.PASSWORD)).expect(204);
    Together.send(() -> change(member, "signature", "kept"), () -> change(member, "email", moved))
        .forEach(answer -> answer.expect(200));

    var user = member.post("/api/user").json();
    assertThat(user.getString("signature")).isEqualTo("kept");
    assertThat(user.getString("pendingEmail")).isEqualTo(moved);
  }

  private Client verified() {
    var member = forum.member();
    forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", member.id());
    return member;
  }

  private static Response change(Client client, String field, String value) {
    return client.send(
        HttpMethod.POST,
        "/api/setting/profile",
        Registering.ascii(new JsonObject().put(field, value)));
  }
}

package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class RegistrationRaceIT {

  private final Forum forum = Forum.shared();

  @RepeatedTest(20)
  void ofTwoWhoWantOneNameAtOnceOneGetsIt() {
    var name = Forum.unique("Race");
    var winner =
        race(
            form(name, Forum.unique("race") + "@example.org", Client.PASSWORD),
            form(name.toUpperCase(), Forum.unique("race") + "@example.org", Client.PASSWORD),
            "username:taken");
    assertThat(winner.getString("username")).isEqualToIgnoringCase(name);
  }

  @RepeatedTest(20)
  void ofTwoWhoWantOneAddressAtOnceOneGetsIt() {
    var email = Forum.unique("race") + "@example.org";
    var winner =
        race(
            form(Forum.unique("race"), email, Client.PASSWORD),
            form(Forum.unique("race"), email.toUpperCase(), Client.PASSWORD),
            "email:taken");
    assertThat(winner.getString("email")).isEqualToIgnoringCase(email);
    assertThat(forum.sql("SELECT id FROM mail WHERE LOWER(recipient) = ?", email.toLowerCase()))
        .as("the loser's mail went with its transaction")
        .hasSize(1);
  }

  private JsonObject race(JsonObject one, JsonObject other, String fault) {
    var answers =
        Together.send(() -> register(forum.guest(), one), () -> register(forum.guest(), other));
    assertThat(answers.stream().map(Response::status)).containsExactlyInAnyOrder(201, 422);
    var lost = answers.get(answers.get(0).status() == 422 ? 0 : 1);
    assertThat(lost.faults()).isEqualTo(List.of(fault));
    var won = answers.get(answers.get(0).status() == 201 ? 0 : 1);
    return won.json().getJsonObject("user");
  }
}

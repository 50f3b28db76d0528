package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

/** One rule says what an address is: at registration, at sign-in, for resets and for mails. */
class AddressFormIT {

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "josé@example.org",
        "用户@example.org",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org",
        "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org",
        "a@-example.org",
        "a@example-.org",
        "a@exa_mple.org",
        "a@192.0.2.1",
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "\"a b\"@example.org",
        "a@xn--a.org",
        "a@example.org."
      })
  void whatCannotBeMailedIsRefused(String email) {
    register(forum.guest(), form(Forum.unique("refused"), email, Client.PASSWORD))
        .expectProblem(422, "email:invalid");
  }

  @ParameterizedTest
  @CsvSource({"straße, strasse", "faß, fass", "βόλος, βόλοσ"})
  void aDomainIsNeverTakenForAnother(String written, String other) {
    var local = Forum.unique("user");
    var one = local + "@" + written + ".example";
    var two = local + "@" + other + ".example";
    register(forum.guest(), form(Forum.unique("one"), one, Client.PASSWORD)).expect(201);
    register(forum.guest(), form(Forum.unique("two"), two, Client.PASSWORD)).expect(201);
    forum.guest().post("/api/reset/send", JsonObject.of("email", two)).expect(202);
    assertThat(MailedLinks.tokens(forum, one, "verify_address")).hasSize(1);
    assertThat(forum.mails(one)).hasSize(1);
  }

  @Test
  void everySpellingOfADomainIsOneAddress() {
    var local = Forum.unique("user");
    var name = Forum.unique("spelled");
    var written = local + "@Bücher.example";
    register(forum.guest(), form(name, written, Client.PASSWORD)).expect(201);
    for (var same :
        new String[] {
          local + "@bücher.example",
          local + "@xn--bcher-kva.example",
          local + "@XN--BCHER-KVA.EXAMPLE",
          local + "@bu\u0308cher.example",
          local.toUpperCase() + "@BÜCHER。example",
          " " + local + "@ｂücher.example"
        }) {
      register(forum.guest(), form(Forum.unique("same"), same, Client.PASSWORD))
          .expectProblem(422, "email:taken");
      forum.guest().signIn(same, Client.PASSWORD);
      forum.guest().post("/api/reset/send", JsonObject.of("email", same)).expect(202);
    }
  }

  @Test
  void aNameIsStoredInItsUsualWidthAndComposed() {
    var number = Forum.unique("n");
    var typed = "Ａnne\u0301" + number;
    var answer = register(forum.guest(), form(typed, number + "@example.org", Client.PASSWORD));
    var shown = answer.expect(201).json().getJsonObject("user").getString("username");
    assertThat(shown).isEqualTo("Ann\u00E9" + number);
    for (var same : new String[] {typed, shown, shown.toUpperCase(), "anne\u0301" + number}) {
      forum.guest().signIn(same, Client.PASSWORD);
      register(forum.guest(), form(same, Forum.unique("other") + "@example.org", Client.PASSWORD))
          .expectProblem(422, "username:taken");
    }
  }
}

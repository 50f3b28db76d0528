package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

class RegistrationIT {

  private final Forum forum = Forum.shared();
  private final Client guest = forum.guest();

  @Test
  void aNewMemberIsSignedInAtOnce() {
    var name = Forum.unique("Anna");
    var answer = register(guest, form("  " + name + " ", name + "@Example.org", Client.PASSWORD));

    var user = answer.expect(201).json().getJsonObject("user");
    assertThat(user.getString("username")).isEqualTo(name);
    assertThat(user.getString("email")).isEqualTo(name + "@Example.org");
    assertThat(user.getBoolean("emailVerified")).isFalse();
    assertThat(user.getString("role")).isEqualTo("member");
    assertThat(user.getString("image")).isNull();
    assertThat(user.getString("signature")).isEmpty();
    var member = guest.withToken(answer.json().getString("token"));
    assertThat(member.post("/api/user").expect(200).json()).isEqualTo(user);
  }

  @Test
  void thePasswordIsKeptOnlyAsAnArgon2idHash() {
    var member = forum.member();
    var kept = forum.sql("SELECT password_hash FROM member WHERE id = ?", member.id());
    assertThat(kept.get(0).getString("password_hash")).startsWith("$argon2id$");
  }

  @Test
  void theAddressGetsAMailWithALinkToProveIt() {
    var member = forum.member();
    assertThat(forum.mails(member.email()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getString("kind")).isEqualTo("verify_address");
              assertThat(mail.getJsonObject("data").getString("username"))
                  .isEqualTo(member.username());
              assertThat(mail.getJsonObject("data").getString("link"))
                  .startsWith(forum.config().site().url() + "/verify?token=");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"小明", "Женя", "किरण", "𠮷野"})
  void aNameMayBeOfAnyScript(String prefix) {
    var name = Forum.unique(prefix);
    var email = Forum.unique("script") + "@example.org";
    var user = register(guest, form(name, email, Client.PASSWORD)).expect(201).json();
    assertThat(user.getJsonObject("user").getString("username")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', required",
    "'   ', required",
    "a, too_short",
    "abcdefghijklmnopqrstuvwxyz1234567, too_long",
    "a b, invalid",
    "a@b, invalid",
    "😀😀, invalid",
    "a\uD83Db, control_character",
    "a\u0000b, control_character",
    "a\u007Fb, control_character",
    "admin\uFE0F, invalid",
    "admin\u3164, invalid",
    "\u115F\u1160, empty_when_shown",
  })
  void aBadNameIsRefused(String username, String code) {
    var email = Forum.unique("bad") + "@example.org";
    register(guest, form(username, email, Client.PASSWORD)).expectProblem(422, "username:" + code);
  }

  @Test
  void whatTurnsTextAroundIsTakenOutOfAName() {
    var name = Forum.unique("turned");
    var email = name + "@example.org";
    var user = register(guest, form(name + "\u202E", email, Client.PASSWORD)).expect(201).json();
    assertThat(user.getJsonObject("user").getString("username")).isEqualTo(name);
  }

  @Test
  void aNameWhoseFoldedFormIsManyTimesLongerIsRefused() {
    var email = Forum.unique("long") + "@example.org";
    register(guest, form("\uFDFA".repeat(32), email, Client.PASSWORD))
        .expectProblem(422, "username:invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "@example.org",
        "a@b",
        "a b@example.org",
        "a@exa mple.org",
        "a@@example.org",
        "a@example..org",
        "a,b@example.org",
        "<a@example.org>",
        "a\uFF20b@example.org",
        "a\u200Bb@example.org",
        "\uFDFA\uFDFA@example.org",
        "a\uD83D@example.org extra"
      })
  void whatIsNoAddressIsRefused(String email) {
    var faults =
        register(guest, form(Forum.unique("noaddress"), email, Client.PASSWORD)).expect(422);
    assertThat(faults.faults()).containsAnyOf("email:invalid", "email:control_character");
  }

  @Test
  void anAddressLongerThanAMailSystemTakesIsRefused() {
    var email = "é".repeat(130) + "@example.org";
    register(guest, form(Forum.unique("longmail"), email, Client.PASSWORD))
        .expectProblem(422, "email:too_long");
  }

  @Test
  void aPasswordHas8To200CodePoints() {
    var name = Forum.unique("password");
    register(guest, form(name, name + "@example.org", "1234567"))
        .expectProblem(422, "password:too_short");
    register(guest, form(name, name + "@example.org", "x".repeat(201)))
        .expectProblem(422, "password:too_long");
    register(guest, form(name, name + "@example.org", "tab\tinside"))
        .expectProblem(422, "password:control_character");
    register(guest, form(name, name + "@example.org", "🔑".repeat(200))).expect(201);
  }

  @Test
  void spacesAroundAPasswordBelongToIt() {
    var name = Forum.unique("spaces");
    register(guest, form(name, name + "@example.org", "  spaced  ")).expect(201);
    guest.signIn(name, "  spaced  ");
    var trimmed = new JsonObject().put("username", name).put("password", "spaced");
    guest.post("/api/login", trimmed).expectProblem(401);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    register(guest, form("a", "b", "c"))
        .expectProblem(422, "username:too_short", "email:invalid", "password:too_short");
    register(guest, new JsonObject())
        .expectProblem(422, "username:required", "email:required", "password:required");
    register(
            guest, form("name", "a@example.org", "long enough").putNull("email").put("password", 1))
        .expectProblem(422, "email:invalid", "password:invalid");
  }

  @Test
  void membersThatTheContractDoesNotKnowAreRefused() {
    register(guest, form(Forum.unique("unknown")).put("role", "admin"))
        .expectProblem(422, "role:unknown");
  }

  @Test
  void aMemberNamedWithHalfASurrogatePairIsNotJson() {
    register(guest, form(Forum.unique("surrogate")).put("\uD83D", 1)).expectProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"username\": \"\\ud8"})
  void whatIsNoJsonObjectIsRefused(String body) {
    var answer = guest.send(HttpMethod.POST, "/api/register", Buffer.buffer(body));
    assertThat(answer.status()).isIn(400, 422);
  }

  @Test
  void aNameIsTakenInAnyCaseAndWidth() {
    var taken = forum.member().username();
    for (var same : List.of(taken, taken.toUpperCase(), fullWidth(taken))) {
      register(guest, form(same, Forum.unique("other") + "@example.org", Client.PASSWORD))
          .expectProblem(422, "username:taken");
    }
  }

  @Test
  void anAddressIsTakenInAnyCase() {
    var taken = forum.member().email();
    for (var same : List.of(taken, taken.toUpperCase())) {
      register(guest, form(Forum.unique("other"), same, Client.PASSWORD))
          .expectProblem(422, "email:taken");
    }
  }

  @Test
  void bothAreToldWhereBothAreTaken() {
    var member = forum.member();
    register(guest, form(member.username(), member.email(), Client.PASSWORD))
        .expectProblem(422, "username:taken", "email:taken");
  }

  private static String fullWidth(String ascii) {
    var wide = new StringBuilder();
    ascii.chars().forEach(letter -> wide.append((char) (letter + 0xFEE0)));
    return wide.toString();
  }
}

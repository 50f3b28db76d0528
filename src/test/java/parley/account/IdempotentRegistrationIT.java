package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.redis.client.Command;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;

class IdempotentRegistrationIT {

  private final Forum forum = Forum.shared();
  private final String key = UUID.randomUUID().toString();
  private final Client guest = forum.guest().header("idempotency-key", key);

  @Test
  void theSameRequestGetsTheFirstAnswerAgain() {
    var form = form(Forum.unique("again"));
    var first = register(guest, form).expect(201);
    var again = register(guest, form).expect(201);
    var inCapitals = guest.header("idempotency-key", key.toUpperCase());

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(cookie(again)).isEqualTo(cookie(first));
    assertThat(register(inCapitals, form).expect(201).json()).isEqualTo(first.json());
  }

  /** Its name and value, without the date of its end, which is another one a second later. */
  private static String cookie(Response answer) {
    return answer.header("set-cookie").split(";", 2)[0];
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    register(guest, form(Forum.unique("one"))).expect(201);
    register(guest, form(Forum.unique("two"))).expectProblem(422, "Idempotency-Key:reused");
  }

  @Test
  void aRefusalLeavesTheKeyFree() {
    register(guest, form("a")).expect(422);
    register(guest, form(Forum.unique("free"))).expect(201);
  }

  @Test
  void aKeyBelongsToTheAddressOfTheGuest() {
    register(guest, form(Forum.unique("here"))).expect(201);
    var elsewhere = guest.header("x-forwarded-for", "203.0.113.7");
    register(elsewhere, form(Forum.unique("there"))).expect(201);
  }

  @Test
  void aKeyThatIsNoUuidIsRefused() {
    register(guest.header("idempotency-key", "1"), form(Forum.unique("nokey")))
        .expectProblem(422, "Idempotency-Key:invalid");
  }

  /** Else who reads Redis could try passwords against the kept digest of a registration. */
  @Test
  void theKeyItselfIsNotKept() {
    register(guest, form(Forum.unique("secret"))).expect(201);
    assertThat(forum.redis().send(Command.KEYS, "*" + key + "*").await().size()).isZero();
  }

  @RepeatedTest(5)
  void ofTwoAtOnceOneIsDone() {
    var form = form(Forum.unique("both"));
    var answers = Together.send(() -> register(guest, form), () -> register(guest, form));

    assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
    var id = register(guest, form).expect(201).json().getJsonObject("user").getLong("id");
    assertThat(answers.stream().filter(answer -> answer.status() == 201))
        .allSatisfy(
            answer -> assertThat(answer.json().getJsonObject("user").getLong("id")).isEqualTo(id));
  }
}

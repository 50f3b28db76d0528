package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;

class IdempotencyIT {

  private final Forum forum = Forum.shared();

  @Test
  void theSameRequestSentAgainGetsTheFirstAnswerAndDoesNothing() {
    var member = forum.member();
    var key = key();
    var first = open(member, key, "Once").expect(201);
    var again = open(member, key, "Once").expect(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("content-type")).isEqualTo("application/json");
    assertThat(topicsOf(member)).isEqualTo(1);
  }

  @Test
  void theKeyMayBeWrittenInEitherCase() {
    var member = forum.member();
    var key = key();
    var first = open(member, key, "Case").expect(201);
    assertThat(open(member, key.toUpperCase(Locale.ROOT), "Case").json()).isEqualTo(first.json());
  }

  @Test
  void theSameKeyWithAnotherBodyIsAtFault() {
    var member = forum.member();
    var key = key();
    open(member, key, "One").expect(201);
    open(member, key, "Other").expectProblem(422, "Idempotency-Key:reused");
    assertThat(topicsOf(member)).isEqualTo(1);
  }

  @Test
  void theSameKeyOfAGuestWithAnotherBodyIsAtFault() {
    var key = key();
    var guest = forum.guest().header("idempotency-key", key);
    var name = Forum.unique("elsewhere");
    guest.post("/api/register", account(name)).expect(201);
    guest
        .post("/api/register", account(Forum.unique("elsewhere")))
        .expectProblem(422, "Idempotency-Key:reused");
  }

  @Test
  void ofManyAtOnceOneIsCarriedOut() {
    var member = forum.member();
    var key = key();
    var answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    member
                        .header("idempotency-key", key)
                        .request(HttpMethod.POST, "/api/topic/add")
                        .sendJsonObject(topic("Many")))
            .toList();
    Future.all(answers).await();
    assertThat(answers).extracting(answer -> answer.result().statusCode()).containsOnly(201);
    assertThat(answers.stream().filter(answer -> answer.result().statusCode() == 201))
        .extracting(answer -> answer.result().bodyAsJsonObject().getLong("id"))
        .containsOnly(open(member, key, "Many").expect(201).json().getLong("id"));
    assertThat(topicsOf(member)).isEqualTo(1);
  }

  @Test
  void aRefusalIsNotKept() {
    var member = forum.member();
    var key = key();
    var client = member.header("idempotency-key", key);
    client
        .post("/api/topic/add", topic("Later").put("boardId", 999_999))
        .expectProblem(422, "boardId:unknown");
    open(member, key, "Later").expect(201);
  }

  @Test
  void theKeysOfTwoMembersAreTheirOwn() {
    var key = key();
    var one = open(forum.member(), key, "Mine").expect(201).json();
    var other = open(forum.member(), key, "Mine").expect(201).json();
    assertThat(other.getLong("id")).isNotEqualTo(one.getLong("id"));
  }

  @Test
  void whoRegistersTwiceIsOneMember() {
    var body = account(Forum.unique("twice"));
    var client = forum.guest().header("idempotency-key", key());
    var first = client.post("/api/register", body).expect(201);
    var again = client.post("/api/register", body).expect(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(session(again)).isEqualTo(session(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "not a uuid", "{00000000-0000-0000-0000-000000000000}", "*"})
  void aKeyThatIsNoUuidIsAtFault(String key) {
    open(forum.member(), key, "Bad key").expectProblem(422, "Idempotency-Key:invalid");
  }

  /** The cookie without its attributes: the time at which it expires is that of the answer. */
  private static String session(Response answer) {
    return answer.header("set-cookie").replaceFirst(";.*", "");
  }

  private static JsonObject account(String name) {
    return new JsonObject()
        .put("username", name)
        .put("email", name + "@example.org")
        .put("password", Client.PASSWORD);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Response open(Client member, String key, String title) {
    return member.header("idempotency-key", key).post("/api/topic/add", topic(title));
  }

  private static JsonObject topic(String title) {
    return new JsonObject().put("title", title).put("content", "Text").put("boardId", 1);
  }

  private int topicsOf(Client member) {
    forum.caughtUp();
    return forum.guest().get("/api/user/" + member.id()).json().getInteger("topicCount");
  }
}

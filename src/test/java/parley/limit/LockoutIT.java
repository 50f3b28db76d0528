package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.limit.LimitedForum.PER_ACCOUNT;
import static parley.limit.LimitedForum.PER_NETWORK;
import static parley.limit.RateLimits.NAME_FACTOR;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;

/** What strangers try with a name does not keep its owner out. */
class LockoutIT {

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
  void strangersInOneNetworkDoNotLockTheOwnerOutInAnother() {
    var name = newName();
    var stranger = limited.anywhere();
    for (var i = 0; i < PER_ACCOUNT; i++) {
      limited.signIn(stranger, name).expectProblem(401);
    }
    limited.signIn(stranger, name).expectProblem(429);
    right(stranger, name).expectProblem(429);
    right(limited.anywhere(), name).expect(200);
  }

  @Test
  void rightPasswordsAreNotCounted() {
    var name = newName();
    var here = limited.anywhere();
    for (var i = 0; i < 2 * PER_NETWORK; i++) {
      right(here, name).expect(200);
    }
    limited.signIn(here, name).expectProblem(401);
  }

  @Test
  void aKnownDevicePassesWhatStrangersHaveUsedUp() {
    var name = newName();
    var home = limited.anywhere();
    var device = device(right(home, name).expect(200));
    useUp(name);
    right(limited.anywhere(), name).expectProblem(429);
    right(limited.anywhere().header("cookie", device), name).expect(200);

    var here = limited.anywhere();
    IntStream.range(0, PER_NETWORK)
        .forEach(i -> limited.signIn(here, Forum.unique("spray")).expectProblem(401));
    right(here, Forum.unique("spray")).expectProblem(429);
    right(here.header("cookie", device), name).expect(200);
  }

  @Test
  void aKnownDeviceHasALimitToo() {
    var name = newName();
    var device = device(right(limited.anywhere(), name).expect(200));
    for (var i = 0; i < PER_ACCOUNT; i++) {
      limited.signIn(limited.anywhere().header("cookie", device), name).expectProblem(401);
    }
    right(limited.anywhere().header("cookie", device), name).expectProblem(429);
    right(limited.anywhere(), name).expect(200);
  }

  @Test
  void aDeviceOfSomebodyElseAndAForgedOneAreLikeAny() {
    var victim = newName();
    var attacker = newName();
    var own = device(right(limited.anywhere(), attacker).expect(200));
    useUp(victim);
    var here = limited.anywhere();
    right(here.header("cookie", own), victim).expectProblem(429);

    var theirs = own.split("[=.~]");
    var victimId =
        limited.forum.sql("SELECT id FROM member WHERE username = ?", victim).get(0).getLong("id");
    for (var forged :
        List.of(
            own.replaceFirst("=\\d+", "=" + victimId),
            "parley_trusted=" + victimId + "." + theirs[2] + "." + theirs[3] + ".",
            "parley_trusted=" + victimId,
            "parley_trusted=....",
            "parley_trusted=~~~~",
            "parley_trusted=x.y.z.w")) {
      right(limited.anywhere().header("cookie", forged), victim).expectProblem(429);
    }
  }

  @Test
  void oneDeviceIsKnownToThoseWhoShareIt() {
    var ann = newName();
    var ben = newName();
    var first = device(right(limited.anywhere(), ann).expect(200));
    var both = device(right(limited.anywhere().header("cookie", first), ben).expect(200));
    useUp(ann);
    useUp(ben);
    right(limited.anywhere().header("cookie", both), ann).expect(200);
    right(limited.anywhere().header("cookie", both), ben).expect(200);
  }

  @Test
  void theCookieOfADeviceIsForTheServerAlone() {
    var answer = login(limited.anywhere().header("x-forwarded-proto", "https"), newName());
    var cookie = answer.cookies().stream().filter(LockoutIT::isDevice).findFirst().orElseThrow();
    assertThat(cookie.toLowerCase())
        .contains("; httponly", "; samesite=lax", "; path=/api", "; secure")
        .doesNotContain("domain=");
  }

  @Test
  void triesAtOnceAreCountedBeforeTheyAreMade() {
    var name = newName();
    var from = LimitedForum.address();
    var answers =
        Future.all(
                IntStream.range(0, 30)
                    .mapToObj(
                        i ->
                            limited
                                .from(from)
                                .request(HttpMethod.POST, "/api/login")
                                .sendJsonObject(
                                    JsonObject.of("username", name, "password", "wrong " + i)))
                    .toList())
            .await()
            .<HttpResponse<Buffer>>list();
    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsOnly(401, 429)
        .filteredOn(status -> status == 401)
        .hasSize(PER_ACCOUNT);
  }

  @Test
  void requestsOfStrangersDoNotBlockTheOwnersReset() {
    var member = limited.anywhere().register(Forum.unique("forgetful"));
    var device = device(right(limited.anywhere(), member.username()).expect(200));
    var stranger = limited.anywhere();
    for (var i = 0; i < PER_ACCOUNT; i++) {
      limited.sendReset(stranger, member.email()).expect(202);
    }
    limited.sendReset(stranger, member.email()).expectProblem(429);
    limited.sendReset(limited.anywhere(), member.email()).expect(202);
    for (var i = PER_ACCOUNT + 1; i < NAME_FACTOR * PER_ACCOUNT; i++) {
      limited.sendReset(limited.anywhere(), member.email()).expect(202);
    }
    limited.sendReset(limited.anywhere(), member.email()).expectProblem(429);
    limited.sendReset(limited.anywhere().header("cookie", device), member.email()).expect(202);
  }

  /** A limit that was shared would tell which name and which address are one member's. */
  @Test
  void theLimitOfANameTellsNothingOfItsAddress() {
    var member = limited.anywhere().register(Forum.unique("private"));
    useUp(member.username());
    limited.signIn(limited.anywhere(), member.email()).expectProblem(401);
  }

  private static String newName() {
    return limited.anywhere().register(Forum.unique("owner")).username();
  }

  private static void useUp(String name) {
    for (var i = 0; i < NAME_FACTOR * PER_ACCOUNT; i++) {
      limited.signIn(limited.anywhere(), name).expectProblem(401);
    }
  }

  private static Response right(Client client, String login) {
    var answer = login(client, login);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
    answer.cookies().stream()
        .filter(LockoutIT::isDevice)
        .findFirst()
        .ifPresent(cookie -> headers.put("device", cookie.replaceFirst(";.*", "")));
    return new Response(answer.statusCode(), headers, answer.body());
  }

  private static HttpResponse<Buffer> login(Client client, String login) {
    var credentials = new JsonObject().put("username", login).put("password", Client.PASSWORD);
    return client.request(HttpMethod.POST, "/api/login").sendJsonObject(credentials).await();
  }

  private static boolean isDevice(String cookie) {
    return cookie.startsWith("parley_trusted=");
  }

  private static String device(Response answer) {
    return answer.header("device");
  }
}

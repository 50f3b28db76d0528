package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class SessionTokenIT {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Forum forum = Forum.shared();
  private final Client guest = forum.guest();

  @Test
  void aGoodTokenTellsWhoseItIs() {
    var member = forum.member();
    var verdict = check(member.token());
    assertThat(verdict.getBoolean("valid")).isTrue();
    assertThat(verdict.getJsonObject("user")).isEqualTo(member.post("/api/user").json());
    assertThat(member.post("/api/user").json().getLong("id")).isEqualTo(member.id());
  }

  @Test
  void aTokenLastsAsLongAsTheSession() {
    var claims = claims(forum.member().token());
    var lifetime = Duration.ofDays(forum.settings().section(SessionSettings.SECTION).days());
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(lifetime.toSeconds());
  }

  @Test
  void noOtherTokenIsGood() throws Exception {
    var member = forum.member();
    var good = claims(member.token());
    var parts = member.token().split("\\.");
    var future = good.copy().put("exp", Instant.now().plus(HOUR).getEpochSecond());
    var bad = new LinkedHashMap<String, String>();
    bad.put("garbage", "garbage");
    bad.put("nothing between dots", "..");
    bad.put("one part", parts[0]);
    bad.put("another signature", parts[0] + "." + parts[1] + "." + "A".repeat(43));
    bad.put("no signature", parts[0] + "." + parts[1] + ".");
    bad.put("other claims", parts[0] + "." + encode(future.encode()) + "." + parts[2]);
    bad.put("alg none", encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
    bad.put("alg None", encode("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]);
    bad.put("another key", sign(future, "another key".repeat(4).getBytes(StandardCharsets.UTF_8)));
    bad.put(
        "expired",
        sign(good.copy().put("exp", Instant.now().minus(HOUR).getEpochSecond()), sessionKey()));
    bad.put("of no session", sign(future.copy().put("sid", "0".repeat(32)), sessionKey()));
    bad.put(
        "without session", sign(new JsonObject().put("exp", future.getLong("exp")), sessionKey()));
    bad.put("whose subject is none", sign(future.copy().put("sub", "x"), sessionKey()));
    bad.put("as long as the contract allows", "e".repeat(1900));

    bad.forEach(this::isRefused);
    assertThat(check(sign(future, sessionKey())).getBoolean("valid"))
        .as("the same claims, signed with the forum's key, are good")
        .isTrue();
  }

  @Test
  void whatIsTooLongForATokenIsRefused() {
    var token = new JsonObject().put("token", "e".repeat(7000));
    guest.post("/api/token", token).expectProblem(413);
  }

  /** As when the server's clock was an hour fast when the member signed in. */
  @Test
  void aClockThatIsSetBackSignsNobodyOut() throws Exception {
    var member = forum.member();
    var claims = claims(member.token());
    for (var claim : new String[] {"iat", "nbf"}) {
      claims.put(claim, Instant.now().plus(HOUR).getEpochSecond());
    }
    var token = sign(claims, sessionKey());
    assertThat(check(token).getBoolean("valid")).isTrue();
    guest.withToken(token).post("/api/user").expect(200);
  }

  /** Several servers need not agree on the second. */
  @Test
  void aTokenIsGoodForAMomentAfterItsEnd() throws Exception {
    var claims = claims(forum.member().token());
    var end = Instant.now().minusSeconds(20).getEpochSecond();
    assertThat(check(sign(claims.put("exp", end), sessionKey())).getBoolean("valid")).isTrue();
    end = Instant.now().minusSeconds(90).getEpochSecond();
    isRefused("ended", sign(claims.put("exp", end), sessionKey()));
  }

  @Test
  void aTokenOfAnotherMembersSessionIsNotGood() throws Exception {
    var other = claims(forum.member().token());
    var mixed = claims(forum.member().token()).put("sub", other.getString("sub"));
    isRefused("of another member", sign(mixed, sessionKey()));
  }

  @Test
  void aRevokedTokenIsNotGood() {
    var member = forum.member();
    member.post("/api/logout").expect(204);
    isRefused("revoked", member.token());
  }

  @Test
  void anEmptyTokenIsNotGood() {
    assertThat(check("")).isEqualTo(new JsonObject().put("valid", false));
    guest.header("authorization", "Bearer ").post("/api/user").expectProblem(401);
    guest.header("authorization", "Bearer").post("/api/user").expectProblem(401);
  }

  @Test
  void anotherSchemeIsNoToken() {
    var token = forum.member().token();
    guest.header("authorization", "Basic " + token).post("/api/user").expectProblem(401);
    guest.header("authorization", "bEaReR " + token).post("/api/user").expect(200);
  }

  @Test
  void whatIsOpenToGuestsIsOpenWithABadTokenToo() {
    guest.withToken("garbage").get("/api/index").expect(200);
  }

  @Test
  void noSpellingOfAPathGoesAroundSigningIn() {
    for (var path :
        new String[] {
          "/api/users/?prefix=a",
          "/api/./users?prefix=a",
          "/api//users?prefix=a",
          "/api/%75sers?prefix=a",
          "/api/users%2F?prefix=a",
          "/API/users?prefix=a",
          "/api/users;a=b?prefix=a"
        }) {
      var status = guest.request(HttpMethod.GET, path).send().await();
      assertThat(status.statusCode()).as(path).isIn(401, 404);
    }
  }

  private void isRefused(String kind, String token) {
    assertThat(check(token)).as(kind).isEqualTo(new JsonObject(Map.of("valid", false)));
    guest.withToken(token).post("/api/user").expectProblem(401);
  }

  private JsonObject check(String token) {
    return guest.post("/api/token", new JsonObject().put("token", token)).expect(200).json();
  }

  private byte[] sessionKey() throws IOException {
    var file = forum.config().data().resolve("session.key");
    return Base64.getDecoder().decode(Files.readString(file).strip());
  }

  private static JsonObject claims(String token) {
    var json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new JsonObject(new String(json, StandardCharsets.UTF_8));
  }

  private static String sign(JsonObject claims, byte[] key) throws Exception {
    var signed = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + encode(claims.encode());
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

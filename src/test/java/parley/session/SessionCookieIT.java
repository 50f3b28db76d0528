package parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;

class SessionCookieIT {

  private final Forum forum = Forum.shared();
  private final Client member = forum.member();
  private final Client browser =
      forum.guest().header("cookie", "other=1; parley_session=" + member.token());

  @Test
  void theCookieIsForTheBrowserAloneAndForThisSite() {
    assertThat(attributes(signIn(forum.guest())))
        .contains("httponly", "samesite=lax", "path=/")
        .doesNotContain("secure")
        .noneMatch(attribute -> attribute.startsWith("domain="));
  }

  @Test
  void theCookieIsSecureWhereATrustedProxyEndsTls() {
    assertThat(attributes(signIn(forum.guest().header("x-forwarded-proto", "https"))))
        .contains("secure", "httponly", "samesite=lax");
    assertThat(attributes(signIn(forum.guest().header("x-forwarded-proto", "http"))))
        .doesNotContain("secure");
  }

  @Test
  void nobodyElseIsBelievedAboutTls() {
    try (var alone = Forum.with(Map.of("PARLEY_HTTP_TRUSTED_PROXIES", ""))) {
      assertThat(attributes(signIn(alone.guest().header("x-forwarded-proto", "https"))))
          .doesNotContain("secure");
    }
  }

  /** A client that keeps cookies and says nothing of its origin can sign in again. */
  @Test
  void whatNeedsNoSessionIsOnlyAskedAsAGuestFromElsewhere() {
    var token = new JsonObject().put("token", "none");
    browser.header("sec-fetch-site", "cross-site").post("/api/token", token).expect(200);
    browser.post("/api/token", token).expect(200);
  }

  @Test
  void readingNeedsNoOrigin() {
    browser.get("/api/sessions").expect(200);
    browser.header("sec-fetch-site", "cross-site").get("/api/sessions").expect(200);
  }

  @Test
  void theForumsOwnPagesMayChangeThings() {
    browser.header("sec-fetch-site", "same-origin").post("/api/user").expect(200);
    var own = "http://127.0.0.1:" + forum.port();
    browser.header("origin", own).post("/api/user").expect(200);
    browser.header("origin", own.replace("http:", "https:")).post("/api/user").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", "", "Same-Origin, cross-site"})
  void otherSitesMayNot(String site) {
    var asked = browser.header("sec-fetch-site", site);
    asked.post("/api/user").expectProblem(403);
    asked.header("origin", "http://127.0.0.1:" + forum.port()).post("/api/user").expectProblem(403);
    asked.delete("/api/sessions/1").expectProblem(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "https://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "no origin",
        "http://127.0.0.1:PORT.evil.example",
        "http://evil.example/127.0.0.1:PORT",
        "http://127.0.0.1:PORT@evil.example"
      })
  void otherOriginsMayNot(String origin) {
    var sent = origin.replace("PORT", Integer.toString(forum.port()));
    browser.header("origin", sent).post("/api/user").expectProblem(403);
  }

  @Test
  void whoSaysNothingOfItsOriginMayNot() {
    browser.post("/api/user").expectProblem(403);
  }

  @Test
  void aBearerTokenNeedsNoOriginAndGoesBeforeTheCookie() {
    var other = forum.member();
    member.header("sec-fetch-site", "cross-site").post("/api/user").expect(200);
    assertThat(
            other
                .header("cookie", "parley_session=" + member.token())
                .post("/api/user")
                .expect(200)
                .json()
                .getLong("id"))
        .isEqualTo(other.id());
  }

  @Test
  void anEmptyOrBadCookieIsAGuests() {
    for (var value : List.of("", "garbage")) {
      var guest = forum.guest().header("cookie", "parley_session=" + value);
      guest.header("sec-fetch-site", "same-origin").post("/api/user").expectProblem(401);
      guest.get("/api/index").expect(200);
    }
  }

  @Test
  void signingInThroughOnesOwnPagesReplacesAnOldCookie() {
    var old = forum.guest().header("cookie", "parley_session=garbage");
    signIn(old.header("sec-fetch-site", "same-origin"));
  }

  private Response signIn(Client client) {
    var credentials =
        new JsonObject().put("username", member.username()).put("password", Client.PASSWORD);
    return client.post("/api/login", credentials).expect(200);
  }

  private static List<String> attributes(Response answer) {
    return List.of(answer.header("set-cookie").toLowerCase(Locale.ROOT).split("; "));
  }
}

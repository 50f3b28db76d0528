package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

/** What is the forum's to answer, and what is nobody's. */
class NginxPagesIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final Forum forum = Forum.shared();
  private final Nginx nginx = Nginx.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/topic/7", "/board/discussion?page=2", "/settings/sessions"})
  void everyPageOfTheClientIsReachedDirectly(String path) {
    var answer = nginx.get(path, "accept", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("content-type")).startsWith("text/html");
    assertThat(answer.getHeader("cache-control")).isEqualTo("no-cache");
    assertThat(answer.headers().getAll("content-security-policy")).hasSize(1);
  }

  @Test
  void anUnknownPageIsTheClientsWithStatus404() {
    var answer = nginx.get("/nothing", "accept", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.bodyAsString()).isEqualTo(nginx.get("/").bodyAsString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.env",
        "/assets/.hidden",
        "/parley-away.html",
        "/dev/mail",
        "/dev//mail",
        "/%64ev/mail",
        "/x/../dev/mail",
        "/health/ready",
        "/health/live",
        "/metrics",
        "/images/",
        "/api/images/",
        "/api/images/..%2fsession.key"
      })
  void whatIsNobodysBusinessIsNotThere(String path) {
    assertThat(nginx.get(path, "host", "localhost").statusCode()).isEqualTo(404);
  }

  @Test
  void noAddressLeavesTheForum() {
    assertThat(nginx.get("/assets/../../conf/parley.yaml").statusCode()).isEqualTo(400);
  }

  @Test
  void theInterfaceIsTheForumsWithItsOwnProblems() {
    var site = nginx.get("/api/site", "accept-encoding", "gzip");
    assertThat(site.getHeader("content-encoding")).isEqualTo("gzip");
    assertThat(site.headers().getAll("vary")).hasSizeLessThan(2);

    var refused = nginx.get("/api/topic/999999999");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
    assertThat(refused.headers().getAll("x-content-type-options")).hasSize(1);
  }

  @Test
  void aSignedInBrowserChangesSomething() {
    var member = forum.member();
    var answer =
        nginx
            .request(HttpMethod.POST, "/api/setting/profile")
            .putHeader("cookie", "parley_session=" + member.token())
            .putHeader("origin", "http://127.0.0.1:" + nginx.port())
            .sendJsonObject(JsonObject.of("signature", "Through nginx"))
            .await();
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
  }

  @Test
  void longHeadersPassAndEndlessOnesAreRefused() {
    assertThat(nginx.get("/api/site", "cookie", "other=" + "x".repeat(6_000)).statusCode())
        .isEqualTo(200);
    assertThat(nginx.get("/api/site", "cookie", "other=" + "x".repeat(60_000)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aChallengeForACertificateIsAnswered() throws IOException {
    var challenge = nginx.site().challenge("a-token");
    Files.createDirectories(challenge.getParent());
    Files.writeString(challenge, "a-token.thumbprint");
    assertThat(nginx.get("/.well-known/acme-challenge/a-token").bodyAsString())
        .isEqualTo("a-token.thumbprint");
    assertThat(nginx.get("/.well-known/acme-challenge/another").statusCode()).isEqualTo(404);
  }

  @Test
  void theLogKeepsNoSecretsOfAddresses() {
    var page = "/" + Forum.unique("page");
    nginx.get(page + "?token=secret", "referer", "http://localhost/reset?token=secret");
    await().until(() -> nginx.site().accesses().contains("\"GET " + page + " HTTP/1.1\" 404 "));
    assertThat(nginx.site().accesses()).doesNotContain("secret");
  }
}

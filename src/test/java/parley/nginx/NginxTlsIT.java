package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Client;
import parley.Forum;

class NginxTlsIT {

  private static Nginx nginx;

  private final Forum forum = Forum.shared();

  @BeforeAll
  static void start() {
    nginx = Nginx.encrypted(Forum.shared());
  }

  @AfterAll
  static void stop() {
    nginx.close();
  }

  @Test
  void pagesInterfaceAndAssetsComeOverHttp2() {
    for (var path : new String[] {"/", "/api/site", Site.ASSET}) {
      var answer = nginx.get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
    }
  }

  @Test
  void theForumKnowsThatTheConnectionIsEncrypted() {
    var member = forum.member();
    var answer =
        nginx
            .request(HttpMethod.POST, "/api/login")
            .putHeader("x-forwarded-proto", "http")
            .sendJsonObject(
                JsonObject.of("username", member.username(), "password", Client.PASSWORD))
            .await();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("set-cookie")).contains("Secure");
  }

  @Test
  void whoComesWithoutEncryptionIsSentToIt() {
    var answer =
        WebClient.create(forum.vertx(), new WebClientOptions().setFollowRedirects(false))
            .get(nginx.site().port(), "127.0.0.1", "/topic/7?page=2")
            .putHeader("host", "localhost")
            .send()
            .await();
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.getHeader("location")).isEqualTo("https://localhost/topic/7?page=2");
  }

  @ParameterizedTest
  @CsvSource({"-tls1_1, false", "-tls1_2, true", "-tls1_3, true"})
  void whatIsOlderThanTls12IsRefused(String version, boolean accepted) throws Exception {
    // OpenSSL, since Java would not even ask in an old version
    var asking =
        new ProcessBuilder(
                "openssl",
                "s_client",
                version,
                "-cipher",
                "DEFAULT@SECLEVEL=0",
                "-connect",
                "127.0.0.1:" + nginx.port())
            .redirectErrorStream(true)
            .start();
    asking.getOutputStream().close();
    var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(asking.waitFor() == 0).as(said).isEqualTo(accepted);
  }
}

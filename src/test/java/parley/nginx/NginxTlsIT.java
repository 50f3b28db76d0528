package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  @Test
  void whatIsOlderThanTls12IsRefused() {
    var old =
        WebClient.create(
            forum.vertx(),
            new WebClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.1")));
    assertThatThrownBy(() -> old.get(nginx.port(), "127.0.0.1", "/").send().await())
        .isInstanceOf(SSLException.class);
  }
}

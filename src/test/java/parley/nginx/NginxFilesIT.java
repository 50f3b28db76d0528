package parley.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.Forum;

/** What nginx serves itself: that the forum has not answered shows in the missing request id. */
class NginxFilesIT {

  private static final String REQUEST_ID = "x-request-id";

  /** What must be the same whoever answers. */
  private static final List<String> ALIKE =
      List.of(
          "cache-control",
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "cross-origin-opener-policy",
          "content-length");

  private final Forum forum = Forum.shared();
  private final Nginx nginx = Nginx.shared();

  @Test
  void anAssetIsServedAsTheForumWouldServeIt() {
    var served = nginx.get(Site.ASSET);
    assertThat(served.getHeader(REQUEST_ID)).isNull();
    assertThat(alike(served)).hasSameSizeAs(ALIKE).isEqualTo(alike(fromForum(Site.ASSET)));
    assertThat(served.getHeader("content-type")).contains("javascript");
    assertThat(served.getHeader("server")).isEqualTo("nginx");
  }

  @Test
  void anAssetIsSentInItsCompressedFormAndNotTwice() {
    var served = nginx.get(Site.ASSET, "accept-encoding", "gzip");
    assertThat(served.getHeader("content-encoding")).isEqualTo("gzip");
    assertThat(served.getHeader("vary")).isEqualToIgnoringCase("accept-encoding");
    var again = nginx.get(Site.ASSET, "if-none-match", nginx.get(Site.ASSET).getHeader("etag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void whatIsNoAssetIsTheForumsToAnswer() {
    for (var path : List.of("/assets/gone-123456.js", "/assets/", "/assets")) {
      var refused = nginx.get(path);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
      assertThat(refused.getHeader("cache-control")).isEqualTo("no-store");
    }
    var changed = nginx.request(HttpMethod.POST, Site.ASSET).send().await();
    assertThat(changed.statusCode()).isEqualTo(405);
    assertThat(changed.getHeader("allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void aPictureIsServedFromTheForumsFolder() throws IOException {
    var name = "0123456789abcdef".repeat(2) + ".png";
    var folder = forum.config().data().resolve("images");
    Files.write(folder.resolve(name), new byte[] {1, 2, 3});
    var served = nginx.get("/api/images/" + name);
    assertThat(served.getHeader(REQUEST_ID)).isNull();
    assertThat(served.bodyAsBuffer().getBytes()).containsExactly(1, 2, 3);
    assertThat(served.getHeader("content-type")).isEqualTo("image/png");
    assertThat(alike(served)).isEqualTo(alike(fromForum("/api/images/" + name)));
  }

  @Test
  void aPictureThatIsNotThereOrNotDoneIsAProblem() throws IOException {
    var name = "fedcba9876543210".repeat(2) + ".jpg";
    var unfinished = name + ".6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp";
    Files.write(forum.config().data().resolve("images").resolve(unfinished), new byte[1]);
    for (var wanted : List.of(name, unfinished)) {
      var refused = nginx.get("/api/images/" + wanted);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
    }
  }

  private HttpResponse<Buffer> fromForum(String path) {
    return WebClient.create(forum.vertx()).get(forum.port(), "127.0.0.1", path).send().await();
  }

  private static TreeMap<String, List<String>> alike(HttpResponse<Buffer> answer) {
    var found = new TreeMap<String, List<String>>();
    ALIKE.stream()
        .filter(name -> answer.headers().contains(name))
        .forEach(name -> found.put(name, answer.headers().getAll(name)));
    return found;
  }
}

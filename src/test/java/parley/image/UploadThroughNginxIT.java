package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;
import parley.nginx.Nginx;

class UploadThroughNginxIT {

  private final Forum forum = Forum.shared();
  private final Nginx nginx = Nginx.shared();

  @Test
  void aFileOfFiveMebibytesPassesAndIsServed() throws Exception {
    var answer = upload(ImageRoutes.MAX_BYTES);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var picture = new JsonObject(answer.body()).getString("image");
    assertThat(nginx.request(HttpMethod.GET, picture).send().await().bodyAsBuffer())
        .isEqualTo(forum.guest().get(picture).expect(200).body());
  }

  @ParameterizedTest
  @ValueSource(ints = {ImageRoutes.MAX_BYTES + 64 * 1024, 2 * ImageRoutes.MAX_BYTES})
  void aLargerOneIsRefusedInTheSameWordsWhoeverRefuses(int bytes) throws Exception {
    var answer = upload(bytes);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.body())
        .isEqualTo(
            Upload.refused(
                Upload.file(forum.member(), new byte[ImageRoutes.MAX_BYTES + 64 * 1024]), 413));
  }

  /** With a length, as browsers send it, and all of it whatever is answered meanwhile. */
  private HttpResponse<String> upload(int bytes) throws Exception {
    var file = Arrays.copyOf(Samples.png(), bytes);
    var head =
        "--limit\r\ncontent-disposition: form-data; name=\"image\"; filename=\"me.png\"\r\n"
            + "content-type: image/png\r\n\r\n";
    var body = Buffer.buffer(head).appendBytes(file).appendString("\r\n--limit--\r\n").getBytes();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + "/api/image/add"))
            .header("authorization", "Bearer " + forum.member().token())
            .header("content-type", "multipart/form-data; boundary=limit")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}

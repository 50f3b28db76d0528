package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import parley.Client;
import parley.Forum;

/** Sends pictures as a browser's form does. */
final class Upload {

  private Upload() {}

  static HttpResponse<Buffer> file(Client client, byte[] file) {
    return form(
        client,
        MultipartForm.create()
            .binaryFileUpload("image", "me.png", Buffer.buffer(file), "image/png"));
  }

  static HttpResponse<Buffer> form(Client client, MultipartForm form) {
    return client.request(HttpMethod.POST, "/api/image/add").sendMultipartForm(form).await();
  }

  /** The path of the picture that is stored. */
  static String picture(Client client, byte[] file) {
    var answer = file(client, file);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    return answer.bodyAsJsonObject().getString("image");
  }

  /** The problem, which has this status. */
  static String refused(HttpResponse<Buffer> answer, int status) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    assertThat(answer.getHeader("content-type")).isEqualTo("application/problem+json");
    return answer.bodyAsString();
  }

  /** How many files lie where uploads are worked on. */
  static long underWay(Forum forum) {
    try (var files = Files.list(forum.config().data().resolve("uploads"))) {
      return files.count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

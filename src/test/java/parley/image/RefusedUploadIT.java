package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.multipart.MultipartForm;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

class RefusedUploadIT {

  private final Forum forum = Forum.shared();

  @Test
  void whatIsNoPictureIsUnsupported() {
    for (var text : new String[] {"<svg onload='alert(1)'/>", "#!/bin/sh", ""}) {
      Upload.refused(Upload.file(forum.member(), text.getBytes(StandardCharsets.UTF_8)), 415);
    }
  }

  @Test
  void aPictureCutShortIsAtFault() {
    var problem =
        Upload.refused(Upload.file(forum.member(), Arrays.copyOf(Samples.png(), 60)), 422);
    assertThat(problem).contains("\"field\":\"image\"", "\"code\":\"not_a_picture\"");
  }

  @Test
  void aSmallFileOfManyPixelsIsRefusedWithoutDecodingIt() {
    var header = Buffer.buffer(Samples.png()).setInt(16, 30_000).setInt(20, 30_000);
    var crc = new CRC32();
    crc.update(header.getBytes(12, 29));
    var file = header.setInt(29, (int) crc.getValue()).getBytes();
    var problem =
        assertTimeout(
            Duration.ofSeconds(5), () -> Upload.refused(Upload.file(forum.member(), file), 422));
    assertThat(problem).contains("\"code\":\"too_many_pixels\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {ImageRoutes.MAX_BYTES + 1, 2 * ImageRoutes.MAX_BYTES})
  void aFileOverTheLimitIsTooLarge(int bytes) {
    Upload.refused(Upload.file(forum.member(), Arrays.copyOf(Samples.png(), bytes)), 413);
    nothingIsLeft();
  }

  @Test
  void aFormWithoutAFileInTheFieldIsAtFault() {
    var file = Buffer.buffer(Samples.png());
    var other = MultipartForm.create().binaryFileUpload("photo", "a.png", file, "image/png");
    var text = MultipartForm.create().attribute("image", "a.png");
    for (var form : new MultipartForm[] {other, text}) {
      assertThat(Upload.refused(Upload.form(forum.member(), form), 422))
          .contains("\"field\":\"image\"", "\"code\":\"required\"");
    }
    nothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "image/png", "application/octet-stream"})
  void aBodyThatIsNoFormIsUnsupported(String type) {
    forum
        .member()
        .header("content-type", type)
        .send(HttpMethod.POST, "/api/image/add", Buffer.buffer(Samples.png()))
        .expectProblem(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
  void aFormThatCannotBeReadIsRefused(String type) {
    var answer =
        forum
            .member()
            .header("content-type", type)
            .send(HttpMethod.POST, "/api/image/add", Buffer.buffer("nonsense"));
    assertThat(answer.status()).isIn(400, 422);
  }

  @Test
  void aFormOfManyFilesIsRefused() {
    var form = MultipartForm.create();
    for (var i = 0; i < 50; i++) {
      form.binaryFileUpload("photo" + i, "a.png", Buffer.buffer("a"), "image/png");
    }
    try (var other = Forum.with(Map.of())) {
      Upload.refused(Upload.form(other.member(), form), 400);
      assertThat(Upload.underWay(other)).isLessThan(10);
    }
  }

  @Test
  void aGuestMustSignIn() {
    Upload.refused(Upload.file(forum.guest(), Samples.png()), 401);
  }

  @Test
  void uploadsAreLimited() {
    var settings = Map.of("PARLEY_LIMITS_ENABLED", "true", "PARLEY_LIMITS_UPLOAD_PER_ACCOUNT", "2");
    try (var limited = Forum.with(settings)) {
      var member = limited.member();
      Upload.picture(member, Samples.png());
      Upload.picture(member, Samples.jpeg());
      var third = Upload.file(member, Samples.gif());
      Upload.refused(third, 429);
      assertThat(third.getHeader("retry-after")).matches("[1-9]\\d*");
    }
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    var start =
        """
        POST /api/image/add HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: multipart/form-data; boundary=x
        Content-Length: 4000000

        --x
        Content-Disposition: form-data; name="image"; filename="a.png"
        Content-Type: image/png

        """
            .formatted(forum.member().token())
            .replace("\n", "\r\n");
    try (var socket = new Socket("127.0.0.1", forum.port())) {
      socket
          .getOutputStream()
          .write((start + "a".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
      await().until(() -> Upload.underWay(forum) > 0);
    }
    nothingIsLeft();
  }

  /** Others may upload meanwhile, but not all the time. */
  private void nothingIsLeft() {
    await().atMost(Duration.ofSeconds(20)).until(() -> Upload.underWay(forum) == 0);
  }
}

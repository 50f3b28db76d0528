package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.Forum;

class AvatarUploadIT {

  private final Forum forum = Forum.shared();

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("PNG", Samples.png()),
        Arguments.of("JPEG", Samples.jpeg()),
        Arguments.of("GIF", Samples.gif()),
        Arguments.of("WebP", Samples.webp("lossy")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void aPictureBecomesTheAvatar(String format, byte[] file) throws IOException {
    var member = forum.member();
    var path = Upload.picture(member, file);
    assertThat(path).matches("/api/images/[0-9a-f]{32}\\.(png|jpg)");
    var shown =
        ImageIO.read(new ByteArrayInputStream(member.get(path).expect(200).body().getBytes()));
    assertThat(shown.getWidth()).isEqualTo(shown.getHeight()).isEqualTo(Samples.HEIGHT);
    assertThat(member.post("/api/user").json().getString("image")).isEqualTo(path);
  }

  @Test
  void itIsServedToEverybodyForEver() {
    var served = forum.guest().get(Upload.picture(forum.member(), Samples.png())).expect(200);
    assertThat(served.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(served.header("content-type")).isIn("image/png", "image/jpeg");
    assertThat(served.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(served.header("content-security-policy")).contains("default-src 'self'");
  }

  @Test
  void pagesThatGuestsHaveSeenShowTheNewAvatar() {
    var member = forum.member();
    var topic = "/api/topic/" + member.topic("With a face", "Text").getLong("id");
    assertThat(author(topic)).isNull();
    var path = Upload.picture(member, Samples.png());
    await().atMost(Duration.ofSeconds(5)).until(() -> path.equals(author(topic)));
  }

  private String author(String topic) {
    return forum.guest().get(topic).json().getJsonObject("author").getString("image");
  }

  @Test
  void aNewPictureTakesThePlaceOfTheOld() {
    var member = forum.member();
    var first = Upload.picture(member, Samples.png());
    var second = Upload.picture(member, Samples.gif());
    assertThat(second).isNotEqualTo(first);
    assertThat(member.post("/api/user").json().getString("image")).isEqualTo(second);
  }

  @Test
  void aFileOfFiveMebibytesIsTaken() {
    Upload.picture(forum.member(), Arrays.copyOf(Samples.png(), ImageRoutes.MAX_BYTES));
  }
}

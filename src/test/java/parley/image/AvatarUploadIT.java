package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void thePictureThatIsReplacedIsGone() {
    var member = forum.member();
    var first = Upload.picture(member, Samples.png());
    var second = Upload.picture(member, Samples.png());
    forum.guest().get(first).expect(404);
    forum.guest().get(second).expect(200);
  }

  @Test
  void theSamePictureOfAnotherMemberStays() {
    var other = forum.member();
    var theirs = Upload.picture(other, Samples.png());
    var member = forum.member();
    Upload.picture(member, Samples.png());
    member.delete("/api/image").expect(204);
    forum.guest().get(theirs).expect(200);
  }

  @Test
  void aMemberCanRemoveThePicture() {
    var member = forum.member();
    var topic = "/api/topic/" + member.topic("Without a face", "Text").getLong("id");
    var path = Upload.picture(member, Samples.png());
    await().atMost(Duration.ofSeconds(30)).until(() -> path.equals(author(topic)));
    member.delete("/api/image").expect(204);
    forum.guest().get(path).expect(404);
    assertThat(member.post("/api/user").json().getString("image")).isNull();
    await().atMost(Duration.ofSeconds(30)).until(() -> author(topic) == null);
    member.delete("/api/image").expect(204);
    forum.guest().delete("/api/image").expect(401);
  }

  @Test
  void whatNobodyHasAnyMoreIsSweptAfterADay() throws IOException {
    var pictures = forum.config().data().resolve("images");
    var used = pictures.resolve(name(Upload.picture(forum.member(), Samples.png())));
    var leftOver = pictures.resolve("00000000000000000000000000000abc.png");
    var fresh = pictures.resolve("00000000000000000000000000000abd.png");
    for (var file : List.of(leftOver, fresh)) {
      Files.write(file, Samples.png());
    }
    for (var file : List.of(leftOver, used)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    }
    forum.run("pictures.sweep");
    assertThat(leftOver).doesNotExist();
    assertThat(used).exists();
    assertThat(fresh).exists();
    Files.delete(fresh);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

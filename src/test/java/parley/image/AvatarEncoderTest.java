package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.failure.ForumException.Kind;

class AvatarEncoderTest {

  @TempDir Path directory;
  private Encoding avatars;

  @BeforeEach
  void makeEncoder() {
    avatars = new Encoding(directory);
  }

  static Stream<Arguments> opaqueMotifs() {
    return Stream.of(
        Arguments.of("PNG", Samples.png()),
        Arguments.of("interlaced PNG", Samples.interlacedPng()),
        Arguments.of("JPEG", Samples.jpeg()),
        Arguments.of("progressive JPEG", Samples.progressiveJpeg()),
        Arguments.of("lossy WebP", Samples.webp("lossy")),
        Arguments.of("lossless WebP", Samples.webp("lossless")),
        Arguments.of("animated WebP", Samples.webp("animated")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("opaqueMotifs")
  void theMiddleSquareOfAnOpaquePictureShouldBeTaken(String format, byte[] upload)
      throws IOException {
    assertQuarters(upload, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
  }

  static Stream<Arguments> transparentMotifs() {
    byte[] png = Samples.encode("png", Samples.motif(BufferedImage.TYPE_INT_ARGB), false);
    return Stream.of(
        Arguments.of("PNG", png),
        Arguments.of("GIF", Samples.gif()),
        Arguments.of("WebP", Samples.webp("alpha")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transparentMotifs")
  void aPictureWithTransparencyShouldBecomeAPng(String format, byte[] upload) throws IOException {
    assertThat(avatars.encode(upload).name()).matches("[0-9a-f]{32}\\.png");
    BufferedImage avatar = avatars.picture(upload);
    assertThat(avatar.getRGB(10, 10) >>> 24).isEqualTo(255);
    assertThat(avatar.getRGB(50, 50) >>> 24).isZero();
  }

  @Test
  void aPhotographShouldBecomeAJpegEvenWithATransparencyChannelThatIsNotUsed() throws IOException {
    var opaque = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
    var grain = new Random(1);
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 600; x++) {
        opaque.setRGB(x, y, 0xff336699 ^ grain.nextInt() & 0x0f0f0f);
      }
    }
    assertThat(avatars.encode(Samples.encode("png", opaque, false)).name()).endsWith(".jpg");
  }

  static Stream<Arguments> picturesTakenSideways() {
    byte[] exif = Bytes.concat(Bytes.ascii("Exif\0\0"), Bytes.EXIF_TURN_RIGHT);
    byte[] jpeg = Bytes.withJpegSegment(Samples.jpeg(), 0xe1, exif);
    byte[] png = Bytes.withPngChunk(Samples.png(), "eXIf", Bytes.EXIF_TURN_RIGHT);
    return Stream.of(
        Arguments.of("JPEG", jpeg),
        Arguments.of("PNG", png),
        Arguments.of("WebP", Samples.webp("sideways")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("picturesTakenSideways")
  void aPictureTakenSidewaysShouldBeTurned(String format, byte[] upload) throws IOException {
    assertQuarters(upload, Color.BLUE, Color.RED, Color.WHITE, Color.GREEN);
  }

  @ParameterizedTest
  @CsvSource({"png, false", "png, true", "jpeg, false", "jpeg, true"})
  void aPictureOfManyPixelsShouldLookTheSame(String format, boolean progressive)
      throws IOException {
    BufferedImage avatar =
        avatars.picture(Samples.encode(format, Samples.enlargedMotif(50), progressive));
    assertThat(avatar.getWidth()).isEqualTo(512);
    assertColour(avatar, 250, 250, Color.RED);
    assertColour(avatar, 261, 250, Color.GREEN);
    assertColour(avatar, 250, 261, Color.BLUE);
    assertColour(avatar, 261, 261, Color.WHITE);
    assertColour(avatar, 1, 1, Color.RED);
    assertColour(avatar, 510, 510, Color.WHITE);
  }

  @ParameterizedTest
  @CsvSource({"1000, 700, 512", "512, 513, 512", "5000, 4000, 512", "300, 40, 40", "1, 1, 1"})
  void aPictureShouldBeScaledDownButNeverUp(int width, int height, int side) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    BufferedImage avatar = avatars.picture(Samples.encode("png", image, false));
    assertThat(avatar.getWidth()).isEqualTo(side);
    assertThat(avatar.getHeight()).isEqualTo(side);
  }

  @ParameterizedTest(name = "{0} bits, colour type {1}")
  @CsvSource({
    "1, 0, 8",
    "4, 0, 32",
    "8, 0, 64",
    "16, 0, 128",
    "8, 2, 192",
    "16, 2, 384",
    "8, 4, 128",
    "16, 4, 256",
    "8, 6, 256",
    "16, 6, 512"
  })
  void everyKindOfPngShouldBeTaken(int bits, int colourType, int rowBytes) throws IOException {
    BufferedImage avatar = avatars.picture(Bytes.png(64, 64, bits, colourType, rowBytes));
    assertThat(avatar.getRGB(32, 32) & 0xffffff).isZero();
  }

  @Test
  void aPngWithAPaletteShouldBeTaken() throws IOException {
    assertQuarters(
        Samples.encode("png", Samples.motif(BufferedImage.TYPE_BYTE_INDEXED), false),
        Color.RED,
        Color.GREEN,
        Color.BLUE);
  }

  @Test
  void aPngWithOneTransparentColourShouldStayInItsColumns() throws IOException {
    byte[] upload = Bytes.withPngChunk(Samples.png(), "tRNS", new byte[] {0, 1, 0, 1, 0, 1});
    assertQuarters(upload, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
  }

  @Test
  void losslessWebpShouldKeepEveryPixel() throws IOException {
    BufferedImage square = SquareDecoder.decode(PictureFormat.WEBP.strip(Samples.webp("mixed")));
    int left = (Mixed.WIDTH - Mixed.HEIGHT) / 2;
    int[][] expected = Mixed.pixels();
    for (int y = 0; y < Mixed.HEIGHT; y++) {
      for (int x = 0; x < Mixed.HEIGHT; x++) {
        assertThat(square.getRGB(x, y) & 0xffffff).isEqualTo(expected[y][left + x]);
      }
    }
  }

  @Test
  void eachPictureShouldHaveANameOfItsOwn() throws IOException {
    assertThat(avatars.encode(Samples.png()).name())
        .isNotEqualTo(avatars.encode(Samples.png()).name());
  }

  @Test
  void nothingThatWasAppendedOrWrittenInsideShouldSurvive() throws IOException {
    String page = "<script>alert(1)</script>";
    byte[] upload =
        Bytes.concat(
            Bytes.withPngChunk(Samples.png(), "tEXt", Bytes.ascii("Comment\0" + page)),
            Bytes.ascii(page));
    String stored = new String(avatars.encode(upload).bytes(), StandardCharsets.ISO_8859_1);
    assertThat(stored).doesNotContain("script").doesNotContain("Comment");
  }

  @ParameterizedTest
  @CsvSource({"<svg xmlns=''/>", "GIF88a", "''", "%PDF-1.7", "BM______"})
  void anotherKindOfFileShouldBeRefusedAsOne(String content) {
    assertThat(avatars.refusal(Bytes.ascii(content)).kind()).isEqualTo(Kind.UNSUPPORTED_MEDIA);
  }

  @Test
  void aJpegForPrintShouldBeRefused() {
    byte[] frame = {
      -1, (byte) 0xc0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0
    };
    byte[] upload = Bytes.concat(new byte[] {-1, (byte) 0xd8}, frame, new byte[] {-1, (byte) 0xd9});
    assertThat(avatars.refusal(upload).errors().get(0).message()).contains("RGB");
  }

  @Test
  void aFileOfMoreThanFiveMebibytesShouldBeRefused() {
    byte[] upload = Arrays.copyOf(Samples.png(), 5 * 1024 * 1024 + 1);
    assertThat(avatars.refusal(upload).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void aFailingDiskShouldNotBeTheUploadersFault() {
    assertThatThrownBy(() -> new AvatarEncoder().encode(directory.resolve("not-there")))
        .isInstanceOf(UncheckedIOException.class);
  }

  /** The quarters are read as {@link Samples} does; fewer colours leave the last ones open. */
  private void assertQuarters(byte[] upload, Color... quarters) throws IOException {
    BufferedImage avatar = avatars.picture(upload);
    assertThat(avatar.getWidth()).isEqualTo(64);
    assertThat(avatar.getHeight()).isEqualTo(64);
    for (int i = 0; i < quarters.length; i++) {
      // Two pixels from the outer corner: that far out nothing but a wrong crop can go wrong.
      assertColour(avatar, i % 2 == 0 ? 2 : 61, i < 2 ? 2 : 61, quarters[i]);
    }
  }

  private static void assertColour(BufferedImage avatar, int x, int y, Color expected) {
    var actual = new Color(avatar.getRGB(x, y));
    assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(12));
    assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(12));
    assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(12));
  }
}

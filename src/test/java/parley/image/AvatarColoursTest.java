package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The colours of an avatar are those of the upload, pixel by pixel. */
class AvatarColoursTest {

  @TempDir Path directory;
  private Encoding avatars;

  @BeforeEach
  void makeEncoder() {
    avatars = new Encoding(directory);
  }

  private static BufferedImage plain(int rgb) {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, rgb);
    }
    return image;
  }

  private static byte[] png(int rgb) {
    return Samples.encode("png", plain(rgb), false);
  }

  private static byte[] jpeg(int rgb) {
    return Samples.encode("jpeg", plain(rgb), false);
  }

  private void assertMiddle(byte[] upload, Color expected) throws IOException {
    var actual = new Color(avatars.picture(upload).getRGB(32, 32));
    assertThat(actual.getRed()).as("red").isCloseTo(expected.getRed(), within(3));
    assertThat(actual.getGreen()).as("green").isCloseTo(expected.getGreen(), within(3));
    assertThat(actual.getBlue()).as("blue").isCloseTo(expected.getBlue(), within(3));
  }

  /** In Display P3 (200, 100, 50), which is (215, 93, 31) in sRGB. */
  static Stream<Arguments> wideGamut() {
    byte[] p3 = Profiles.displayP3();
    byte[] padded = padded(p3);
    return Stream.of(
        Arguments.of("PNG", Profiles.inPng(png(0xc86432), p3)),
        Arguments.of("JPEG", Profiles.inJpeg(jpeg(0xc86432), p3, 1)),
        Arguments.of("JPEG, in three parts", Profiles.inJpeg(jpeg(0xc86432), p3, 3)),
        Arguments.of("a profile of 20 KiB", Profiles.inJpeg(jpeg(0xc86432), padded, 1)));
  }

  /** The same with room behind it that belongs to it. */
  private static byte[] padded(byte[] icc) {
    byte[] large = Arrays.copyOf(icc, 20 * 1024);
    java.nio.ByteBuffer.wrap(large).putInt(0, large.length);
    return large;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wideGamut(String format, byte[] upload) throws IOException {
    assertMiddle(upload, new Color(215, 93, 31));
  }

  @Test
  void aWideGamutWebpShouldBeConverted() throws IOException {
    byte[] plain = Samples.webp("lossless");
    byte[] upload = Profiles.inWebp(plain, Samples.WIDTH, Samples.HEIGHT, Profiles.adobeRgb());
    var quarters = avatars.picture(upload);
    assertThat(new Color(quarters.getRGB(2, 2))).isEqualTo(new Color(255, 0, 0));
    assertThat(new Color(quarters.getRGB(61, 61))).isEqualTo(Color.WHITE);
    assertThat(new Color(avatars.picture(plain).getRGB(2, 2))).isEqualTo(Color.RED);
  }

  @Test
  void adobeRgbShouldBeConverted() throws IOException {
    // (128, 160, 96) has more green in sRGB than its number says
    assertMiddle(Profiles.inPng(png(0x80a060), Profiles.adobeRgb()), new Color(113, 161, 92));
  }

  @Test
  void theColoursOfACamerasProfileShouldBeConverted() throws IOException {
    int linearQuarterInSrgb = 0x89;
    assertMiddle(
        Profiles.inJpeg(jpeg(0x404040), Profiles.linearRgb(), 1),
        new Color(linearQuarterInSrgb, linearQuarterInSrgb, linearQuarterInSrgb));
  }

  @Test
  void transparencyShouldStayAsItIs() throws IOException {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, 0x80c86432);
    }
    byte[] upload = Profiles.inPng(Samples.encode("png", image, false), Profiles.displayP3());
    assertThat(avatars.picture(upload).getRGB(32, 32) >>> 24).isEqualTo(0x80);
    assertMiddle(upload, new Color(215, 93, 31));
  }

  @Test
  void aProfileOfTheWrongKindShouldBeIgnored() throws IOException {
    assertMiddle(Profiles.inPng(png(0xc86432), Profiles.linearGrey()), new Color(200, 100, 50));
  }

  static Stream<Arguments> uselessProfiles() {
    byte[] p3 = Profiles.displayP3();
    byte[] outside = p3.clone();
    java.nio.ByteBuffer.wrap(outside).putInt(128 + 4 + 4, Integer.MAX_VALUE - 3);
    byte[] manyTags = p3.clone();
    java.nio.ByteBuffer.wrap(manyTags).putInt(128, Integer.MAX_VALUE);
    byte[] otherLength = p3.clone();
    java.nio.ByteBuffer.wrap(otherLength).putInt(0, p3.length + 1);
    byte[] noise = p3.clone();
    for (int i = 200; i < noise.length; i++) {
      noise[i] = (byte) (i * 37);
    }
    byte[] large = Arrays.copyOf(p3, 200 * 1024);
    java.nio.ByteBuffer.wrap(large).putInt(0, large.length);
    return Stream.of(
        Arguments.of("empty", new byte[0]),
        Arguments.of("cut off", Arrays.copyOf(p3, 140)),
        Arguments.of("a tag outside", outside),
        Arguments.of("too many tags", manyTags),
        Arguments.of("another length", otherLength),
        Arguments.of("noise in the tags", noise),
        Arguments.of("200 KiB", large),
        Arguments.of(
            "no curves", Profiles.profile("RGB ", List.of("wtpt"), List.of(Profiles.xyz(1, 1, 1)))),
        Arguments.of(
            "for print", Profiles.profile("CMYK", List.of("A2B0"), List.of(new byte[64]))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uselessProfiles")
  void aPictureWithAProfileThatCannotBeUsedShouldBeShownWithoutIt(String kind, byte[] icc)
      throws IOException {
    assertMiddle(Profiles.inPng(png(0xc86432), icc), new Color(200, 100, 50));
    assertMiddle(
        Profiles.inJpeg(jpeg(0xc86432), icc, icc.length > 60_000 ? 4 : 1), new Color(200, 100, 50));
  }

  @Test
  void aProfileThatUnpacksToGigabytesShouldNotBeUnpacked() throws IOException {
    byte[] bomb = Bytes.deflated(new byte[64 * 1024], 4_000);
    byte[] data = Bytes.concat(Bytes.ascii("icc\0\0"), bomb);
    assertMiddle(Bytes.withPngChunk(png(0xc86432), "iCCP", data), new Color(200, 100, 50));
  }

  @ParameterizedTest(name = "grey of {0} bits, colour type {1}")
  @CsvSource({"8, 0", "16, 0", "8, 4", "16, 4"})
  void greyShouldKeepItsBrightness(int bits, int type) throws IOException {
    assertMiddle(grey(bits, type), new Color(0x40, 0x40, 0x40));
  }

  @ParameterizedTest(name = "grey of {0} bits, colour type {1}")
  @CsvSource({"8, 0", "16, 0", "8, 4", "16, 4"})
  void aProfileOfGreyShouldBeUsed(int bits, int type) throws IOException {
    assertMiddle(
        Profiles.inPng(grey(bits, type), Profiles.linearGrey()), new Color(0x89, 0x89, 0x89));
  }

  @Test
  void sixteenBitsOfColourShouldKeepTheUpperEight() throws IOException {
    byte[] row = new byte[1 + 64 * 6];
    for (int i = 1; i < row.length; i++) {
      row[i] = new byte[] {(byte) 0xc8, 7, 0x64, 7, 0x32, 7}[(i - 1) % 6];
    }
    assertMiddle(picture(16, 2, row), new Color(200, 100, 50));
  }

  private static byte[] grey(int bits, int type) {
    int samples = type == 4 ? 2 : 1;
    int bytes = bits / 8;
    byte[] row = new byte[1 + 64 * samples * bytes];
    for (int i = 1; i < row.length; i++) {
      row[i] = (byte) ((i - 1) / bytes % samples == 1 ? 0xff : 0x40);
    }
    return picture(bits, type, row);
  }

  private static byte[] picture(int bits, int type, byte[] row) {
    byte[] header = Arrays.copyOf(Bytes.png(64, 64, bits, type, row.length - 1), 33);
    return Bytes.concat(
        header,
        Bytes.pngChunk("IDAT", Bytes.deflated(row, 64)),
        Bytes.pngChunk("IEND", new byte[0]));
  }

  @ParameterizedTest(name = "{0} pixels a side")
  @CsvSource({"8", "16", "32", "64", "200", "512"})
  void aDrawingOfFewColoursShouldKeepEveryPixel(int side) throws IOException {
    var drawing = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int cell = Math.max(1, side / 16);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        drawing.setRGB(x, y, 0x3b1f77 * (1 + (x / cell * 7 + y / cell * 3) % 16));
      }
    }
    var encoded = avatars.encode(Samples.encode("png", drawing, false));
    assertThat(encoded.name()).endsWith(".png");
    var avatar = ImageIO.read(new ByteArrayInputStream(encoded.bytes()));
    assertThat(avatar.getWidth()).isEqualTo(side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        assertThat(avatar.getRGB(x, y)).isEqualTo(drawing.getRGB(x, y));
      }
    }
  }
}

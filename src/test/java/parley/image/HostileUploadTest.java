package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to hurt. What is allocated is counted as a whole, which is more than its peak. */
class HostileUploadTest {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path directory;
  private Encoding avatars;

  @BeforeEach
  void makeEncoder() {
    avatars = new Encoding(directory);
  }

  static Stream<Arguments> enormousPictures() {
    byte[] gif = Samples.gif();
    ByteBuffer frame = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
    int descriptor = gif.length - 1;
    while (gif[descriptor] != 0x2c || frame.getShort(descriptor + 5) != Samples.WIDTH) {
      descriptor--;
    }
    frame.putShort(descriptor + 5, (short) 0xffff).putShort(descriptor + 7, (short) 0xffff);

    byte[] lossy = Samples.webp("lossy");
    ByteBuffer.wrap(lossy).putShort(26, (short) 0xff3f).putShort(28, (short) 0xff3f);
    byte[] lossless = Samples.webp("lossless");
    Arrays.fill(lossless, 21, 24, (byte) 0xff);
    byte[] alpha = Samples.webp("alpha");
    int pixels = indexOf(alpha, "VP8 ");
    ByteBuffer.wrap(alpha)
        .putShort(pixels + 14, (short) 0xff0f)
        .putShort(pixels + 16, (short) 0xff0f);
    return Stream.of(
        Arguments.of("PNG of 900 megapixels", Bytes.png(30_000, 30_000, 1, 0, 3_750)),
        Arguments.of("PNG with a long side", Bytes.png(16_385, 1, 8, 0, 16_385)),
        Arguments.of("PNG of 42 megapixels", Bytes.png(6_500, 6_500, 1, 0, 813)),
        Arguments.of("JPEG", Bytes.resizedJpeg(Samples.jpeg(), 65_000, 65_000)),
        Arguments.of("progressive JPEG", Bytes.resizedJpeg(Samples.progressiveJpeg(), 6000, 5000)),
        Arguments.of("GIF frame", gif),
        Arguments.of("lossy WebP", lossy),
        Arguments.of("lossless WebP", lossless),
        Arguments.of("WebP larger than its canvas", alpha));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("enormousPictures")
  void anEnormousPictureShouldBeRefusedBeforeAPixelIsDecoded(String what, byte[] upload) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    avatars.assertInvalid(upload, "too_many_pixels");
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * MEBIBYTE);
  }

  static Stream<Arguments> theLargestPictures() {
    return Stream.of(
        Arguments.of("PNG", Bytes.png(6300, 6300, 8, 2, 3 * 6300)),
        Arguments.of("PNG of 16 bits a sample", Bytes.png(6300, 6300, 16, 6, 8 * 6300)),
        Arguments.of("JPEG", Bytes.resizedJpeg(Samples.jpeg(), 6300, 6300)),
        Arguments.of("progressive JPEG", Bytes.resizedJpeg(Samples.progressiveJpeg(), 4700, 4700)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theLargestPictures")
  void theLargestPictureTakenShouldFitIntoASmallHeap(String what, byte[] upload)
      throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(avatars.picture(upload).getWidth()).isEqualTo(512);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * MEBIBYTE);
  }

  @ParameterizedTest
  @CsvSource({"zTXt, Comment", "iCCP, profile", "iTXt, Comment"})
  void whatInflatesInsideAPngShouldNotBeInflated(String type, String keyword) throws IOException {
    byte[] bomb = Bytes.deflated(new byte[1_000_000], 500);
    byte[] flags = type.equals("iTXt") ? new byte[] {0, 1, 0, 0, 0} : new byte[] {0, 0};
    byte[] data = Bytes.concat(Bytes.ascii(keyword), flags, bomb);
    byte[] palette = Samples.encode("png", Samples.motif(BufferedImage.TYPE_BYTE_INDEXED), false);
    byte[] upload = Bytes.withPngChunk(palette, type, data);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(avatars.picture(upload).getWidth()).isEqualTo(Samples.HEIGHT);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(20 * MEBIBYTE);
  }

  @Test
  void onlyTheFirstFrameOfAGifShouldCount() throws IOException {
    byte[] gif = Samples.gif();
    ByteBuffer.wrap(gif).putInt(6, 0xffffffff); // a logical screen of 65,535 by 65,535 pixels
    byte[] frame = {0x2c, 0, 0, 0, 0, -1, -1, -1, -1, 0, 2, 1, 0, 0};
    byte[] many = new byte[300_000 * frame.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = frame[i % frame.length];
    }
    byte[] upload = Bytes.insert(gif, gif.length - 1, many);
    assertThat(avatars.encode(upload).bytes()).isEqualTo(avatars.encode(Samples.gif()).bytes());
  }

  @Test
  void aJpegOfVeryManyScansShouldBeRefused() {
    byte[] jpeg = Bytes.resizedJpeg(Samples.progressiveJpeg(), 4700, 4700);
    byte[] scan = {-1, (byte) 0xda, 0, 8, 1, 1, 0, 1, 1, 0, 0};
    byte[] scans = new byte[10_000 * scan.length];
    for (int i = 0; i < scans.length; i++) {
      scans[i] = scan[i % scan.length];
    }
    avatars.assertInvalid(Bytes.insert(jpeg, jpeg.length - 2, scans), "too_complex");
  }

  @Test
  void aLosslessWebpThatRepeatsATransformShouldBeRefused() {
    // A signature, 3465 by 3463 pixels, then "a transform follows: subtract green" to the end.
    byte[] stream = new byte[1_000_000];
    var bits = new BitWriter(stream);
    bits.write(0x2f, 8).write(3464, 14).write(3462, 14).write(0, 4);
    while (bits.left() >= 3) {
      bits.write(0b101, 3);
    }
    byte[] head =
        ByteBuffer.allocate(20)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(Bytes.ascii("RIFF"))
            .putInt(12 + stream.length)
            .put(Bytes.ascii("WEBPVP8L"))
            .putInt(stream.length)
            .array();
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> avatars.assertInvalid(Bytes.concat(head, stream), "too_complex"));
  }

  static Stream<Arguments> samples() {
    return Seeds.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void aPictureThatIsCutOffShouldBeRefused(String format, byte[] whole) {
    for (int length = 16; length < whole.length; length += 1 + whole.length / 50) {
      avatars.assertInvalid(Arrays.copyOf(whole, length), "not_a_picture");
    }
  }

  private static int indexOf(byte[] file, String name) {
    for (int i = 0; ; i++) {
      if (Arrays.equals(file, i, i + name.length(), Bytes.ascii(name), 0, name.length())) {
        return i;
      }
    }
  }
}

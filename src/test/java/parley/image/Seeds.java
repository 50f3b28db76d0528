package parley.image;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A sound picture of every way that pictures are stored, for tests that damage them. */
final class Seeds {

  private Seeds() {}

  static Stream<Arguments> all() {
    return Stream.of(
        Arguments.of("PNG", Samples.png()),
        Arguments.of("PNG with a palette", png(BufferedImage.TYPE_BYTE_INDEXED)),
        Arguments.of("PNG with transparency", png(BufferedImage.TYPE_INT_ARGB)),
        Arguments.of("JPEG", Samples.jpeg()),
        Arguments.of("progressive JPEG", Samples.progressiveJpeg()),
        Arguments.of("GIF", Samples.gif()),
        Arguments.of("lossy WebP", Samples.webp("lossy")),
        Arguments.of("lossless WebP", Samples.webp("lossless")),
        Arguments.of("lossless WebP with many codes", Samples.webp("mixed")),
        Arguments.of("WebP with transparency", Samples.webp("alpha")),
        Arguments.of("animated WebP", Samples.webp("animated")));
  }

  private static byte[] png(int type) {
    return Samples.encode("png", Samples.motif(type), false);
  }
}

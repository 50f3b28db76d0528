package parley.image;

import java.nio.ByteBuffer;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads how a camera was held out of Exif data. */
final class ExifOrientation {

  /** How Exif data begins inside a JPEG; PNG and WebP leave it out. */
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /** Data that makes no sense is a picture without Exif data: it shows as it is stored. */
  static Orientation of(ByteBuffer exif) {
    try {
      Orientation orientation = ExifUtils.getOrientationFromExif(prefixed(exif));
      return orientation == null ? Orientation.TOP_LEFT : orientation;
    } catch (RuntimeException nonsense) {
      return Orientation.TOP_LEFT;
    }
  }

  private static byte[] prefixed(ByteBuffer exif) {
    ByteBuffer prefix = ByteBuffer.wrap(PREFIX);
    boolean there = prefix.mismatch(exif.slice()) == PREFIX.length;
    ByteBuffer whole = ByteBuffer.allocate(PREFIX.length + exif.remaining());
    if (!there) {
      whole.put(prefix);
    }
    return whole.put(exif.slice()).array();
  }
}
